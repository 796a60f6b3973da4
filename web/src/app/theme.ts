import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

/** Cool greys, so that white pages and blue actions share a temperature. */
const gray: MantineColorsTuple = [
  '#f8f9fb',
  '#f1f3f6',
  '#e6e9ee',
  '#d9dde4',
  '#c5cbd4',
  '#a9b1bd',
  '#868e96',
  '#495057',
  '#343a40',
  '#1d2430',
];

/** From text (0) to the page's ground (7) and what lies under it. */
const dark: MantineColorsTuple = [
  '#dfe3ea',
  '#b7bec9',
  '#98a1ae',
  '#6b7482',
  '#3c434e',
  '#2b313b',
  '#20252d',
  '#14181e',
  '#0f1217',
  '#0a0c10',
];

/**
 * Blue 9 on light and blue 8 on dark: Mantine's default shade has 3.6:1 under white text, these 6.1 and 5.0,
 * where WCAG asks for 4.5.
 */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 9, dark: 8 },
  colors: { gray, dark },
  black: '#1d2430',
  fontFamily: 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { md: '0.5rem' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    // Form fields need a border of 3:1 against the page (WCAG 1.4.11); lines between rows do not.
    Input: { vars: () => ({ wrapper: { '--input-bd': 'var(--hb-field-line)' } }) },
    Modal: { styles: { title: { fontWeight: 600 } } },
    Alert: { defaultProps: { radius: 'md' } },
  },
});

/** The tokens of components/ and the texts whose default greys are too faint. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#495057',
    '--mantine-color-placeholder': '#6b7280',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-anchor': '#1864ab',
    '--hb-line': '#e6e9ee',
    '--hb-field-line': '#868e96',
    '--hb-surface': '#ffffff',
    '--hb-sunken': '#f8f9fb',
    '--hb-neutral-text': '#343a40',
    '--hb-neutral-chip': '#f1f3f5',
    '--hb-waiting-text': '#1864ab',
    '--hb-waiting-chip': '#e7f5ff',
    '--hb-moving-text': '#5f3dc4',
    '--hb-moving-chip': '#f3f0ff',
    '--hb-part-text': '#7a4100',
    '--hb-part-chip': '#fff9db',
    '--hb-good-text': '#1b5e2a',
    '--hb-good-chip': '#ebfbee',
    '--hb-warn-text': '#8a3200',
    '--hb-warn-chip': '#fff4e6',
    '--hb-bad-text': '#a51111',
    '--hb-bad-chip': '#fff5f5',
  },
  dark: {
    '--mantine-color-dimmed': '#b7bec9',
    '--mantine-color-placeholder': '#98a1ae',
    '--mantine-color-error': '#ffa8a8',
    '--mantine-color-anchor': '#74c0fc',
    '--hb-line': '#2b313b',
    '--hb-field-line': '#828282',
    '--hb-surface': '#1a1f26',
    '--hb-sunken': '#0f1217',
    '--hb-neutral-text': '#ced4da',
    '--hb-neutral-chip': '#2e2e2e',
    '--hb-waiting-text': '#74c0fc',
    '--hb-waiting-chip': '#1b2f45',
    '--hb-moving-text': '#b197fc',
    '--hb-moving-chip': '#2a2147',
    '--hb-part-text': '#ffd43b',
    '--hb-part-chip': '#3a2f0b',
    '--hb-good-text': '#8ce99a',
    '--hb-good-chip': '#1a3321',
    '--hb-warn-text': '#ffa94d',
    '--hb-warn-chip': '#3d2612',
    '--hb-bad-text': '#ffa8a8',
    '--hb-bad-chip': '#3f1a1a',
  },
});

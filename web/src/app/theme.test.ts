import { DEFAULT_THEME, mergeMantineTheme } from '@mantine/core';
import { cssVariables, theme } from './theme';

const merged = mergeMantineTheme(DEFAULT_THEME, theme);
const variables = cssVariables(merged);

/** WCAG 2's contrast of two colours given as `#rrggbb`. */
function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const meanings = ['neutral', 'waiting', 'moving', 'part', 'good', 'warn', 'bad'];

describe.each([
  ['light', variables.light, '#ffffff', merged.colors.blue[9]],
  ['dark', variables.dark, merged.colors.dark[7], merged.colors.blue[8]],
] as const)('on %s', (_, colours, ground, button) => {
  const values = new Map<string, string>(Object.entries(colours));
  const colour = (name: string) => values.get(name) ?? '';

  it.each(meanings)('a chip that means %s can be read', (meaning) => {
    expect(contrast(colour(`--hb-${meaning}-text`), colour(`--hb-${meaning}-chip`))).toBeGreaterThan(5.4);
  });

  it.each([
    '--mantine-color-dimmed',
    '--mantine-color-anchor',
    '--mantine-color-error',
    '--mantine-color-placeholder',
  ])('text in %s can be read', (name) => {
    expect(contrast(colour(name), ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour(name), colour('--hb-surface'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour(name), colour('--hb-sunken'))).toBeGreaterThanOrEqual(4.5);
  });

  it('white on a button can be read', () => {
    expect(contrast('#ffffff', button)).toBeGreaterThanOrEqual(4.5);
  });

  it('fields can be seen', () => {
    expect(contrast(colour('--hb-field-line'), ground)).toBeGreaterThanOrEqual(3);
  });
});

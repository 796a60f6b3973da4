/** All measures are PDF points, 72 to the inch, from the page's top left corner. */
export const PAGE = { width: 595.28, height: 841.89 };

/** The edges between which everything stands. */
export const LEFT = 50;
export const RIGHT = PAGE.width - 50;
export const WIDTH = RIGHT - LEFT;
/** Where the body ends and the footer begins. */
export const BOTTOM = PAGE.height - 76;

export type FontName = 'regular' | 'semibold';

export interface TextStyle {
  readonly font: FontName;
  readonly size: number;
  readonly color: string;
  /** From one baseline to the next. */
  readonly lineHeight: number;
}

const INK = '#1a1d29';
const MUTED = '#5b6172';

export const STYLES = {
  title: { font: 'semibold', size: 22, color: INK, lineHeight: 28 },
  brand: { font: 'semibold', size: 11, color: MUTED, lineHeight: 14 },
  headline: { font: 'semibold', size: 17, color: INK, lineHeight: 22 },
  body: { font: 'regular', size: 9, color: INK, lineHeight: 13 },
  strong: { font: 'semibold', size: 9, color: INK, lineHeight: 13 },
  muted: { font: 'regular', size: 9, color: MUTED, lineHeight: 13 },
  small: { font: 'regular', size: 8, color: MUTED, lineHeight: 11 },
  hint: { font: 'regular', size: 7, color: MUTED, lineHeight: 9 },
} satisfies Record<string, TextStyle>;

export interface RuleStyle {
  readonly width: number;
  readonly color: string;
}

export const HAIRLINE: RuleStyle = { width: 0.5, color: '#dfe2ea' };
export const HEAVY: RuleStyle = { width: 0.8, color: INK };

export type MarkTone = 'draft' | 'good' | 'bad' | 'neutral';

/** Each at least 5.5:1 on white, so that a mark survives a grey printer. */
export const MARK_COLORS: Record<MarkTone, string> = {
  draft: '#8a3200',
  good: '#1b5e2a',
  bad: '#a51111',
  neutral: MUTED,
};

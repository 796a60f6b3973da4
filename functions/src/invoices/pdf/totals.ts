import type { Box } from './box';
import type { Total } from './document-content';
import { HAIRLINE, RIGHT, STYLES } from './layout';
import type { Pen } from './pen';

const LEAST_WIDTH = 236;
const GAP = 24;
const ROW_HEIGHT = 20;
const BASELINE = 13.5;
const SPACE_BEFORE = 10;

/** The sums, ranged right under the table and kept whole on the page of its last lines. */
export function totalsBoxes(pen: Pen, totals: readonly Total[]): Box[] {
  const sums = totals.map((total) => {
    const style = total.isStrong ? STYLES.strong : STYLES.body;
    return { ...total, style, width: pen.width(style, total.value) };
  });
  const left =
    RIGHT - Math.max(LEAST_WIDTH, ...sums.map((sum) => pen.width(sum.style, sum.label) + GAP + sum.width));
  return sums.map((sum, index) => {
    const space = index === 0 ? SPACE_BEFORE : 0;
    return {
      height: space + ROW_HEIGHT,
      isGlued: true,
      isTableRow: false,
      draw: (on, top) => {
        const baseline = top + space + BASELINE;
        if (index > 0) on.rule(HAIRLINE, left, RIGHT, top);
        on.text(sum.style, sum.label, left, baseline);
        on.textRight(sum.style, sum.value, RIGHT, baseline, sum.width);
      },
    };
  });
}

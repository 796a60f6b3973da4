import type { Box } from './box';
import type { DocumentContent } from './document-content';
import { LEFT, STYLES } from './layout';
import type { Pen } from './pen';

/** A measure of some ninety characters, beyond which lines are hard to follow. */
const LINE_WIDTH = 400;
const SPACE_BEFORE = 26;
const HEADING_HEIGHT = 15;
const BASELINE = 10;

/** The notes, a box a line: they may run on to further pages, the heading only together with two lines. */
export function notesBoxes(pen: Pen, notes: DocumentContent['notes']): Box[] {
  if (notes === null) return [];
  const heading: Box = {
    height: SPACE_BEFORE + HEADING_HEIGHT,
    isGlued: false,
    isTableRow: false,
    draw: (on, top) => {
      on.text(STYLES.small, notes.heading, LEFT, top + SPACE_BEFORE + BASELINE);
    },
  };
  const lines = pen.wrap(STYLES.body, notes.text, LINE_WIDTH).map((line, index): Box => ({
    height: STYLES.body.lineHeight,
    isGlued: index < 2,
    isTableRow: false,
    draw: (on, top) => {
      on.text(STYLES.body, line, LEFT, top + BASELINE);
    },
  }));
  return [heading, ...lines];
}

import type { DocumentContent } from './document-content';
import { BOTTOM, HAIRLINE, LEFT, RIGHT, STYLES } from './layout';
import { drawMark } from './opening';
import type { Pen } from './pen';

const RUNNING_HEAD_BASELINE = 60;
/** Where the body begins on every page but the first. */
export const BODY_TOP = 84;

/** Names the document again on the pages after the first, with its mark, in case they get separated. */
export function drawRunningHead(pen: Pen, { reference, mark }: DocumentContent) {
  pen.text(STYLES.strong, reference, LEFT, RUNNING_HEAD_BASELINE);
  if (mark !== null) {
    drawMark(pen, mark, LEFT + pen.width(STYLES.strong, reference) + 12, RUNNING_HEAD_BASELINE);
  }
}

export function drawFooter(pen: Pen, content: DocumentContent, page: { number: number; of: number }) {
  const top = BOTTOM + 16;
  pen.rule(HAIRLINE, LEFT, RIGHT, top);
  pen.text(STYLES.small, content.reference, LEFT, top + 15);
  pen.textRight(STYLES.small, content.pageLabel(page.number, page.of), RIGHT, top + 15);
  pen.text(STYLES.hint, content.legalNote, LEFT, top + 26);
}

import type { DocumentContent, Labelled, Mark } from './document-content';
import { LEFT, MARK_COLORS, RIGHT, STYLES, WIDTH } from './layout';
import type { PartyContent } from './party-content';
import type { Pen } from './pen';

const TOP = 66;
const LABEL_GAP = 20;
const FACT_HEIGHT = 15;
const SECTION_GAP = 26;
const COLUMN_GAP = 32;
const COLUMN_WIDTH = (WIDTH - COLUMN_GAP) / 2;

/** Draws what stands over the table on the first page; answers where it ends. */
export function drawOpening(pen: Pen, content: DocumentContent): number {
  const [seller] = content.parties;
  pen.text(STYLES.title, content.title, LEFT, TOP);
  const titleEnd = LEFT + pen.width(STYLES.title, content.title);
  const markEnd = content.mark ? drawMark(pen, content.mark, titleEnd + 12, TOP - 2) : titleEnd;
  if (seller) {
    const [brand = ''] = pen.wrap(STYLES.brand, seller.name, RIGHT - markEnd - COLUMN_GAP);
    pen.textRight(STYLES.brand, brand, RIGHT, TOP);
  }
  const factsEnd = drawFacts(pen, content.facts, TOP + 30);
  const partiesEnd = drawParties(pen, content.parties, factsEnd + SECTION_GAP);
  return drawHeadline(pen, content.headline, partiesEnd);
}

/** A word in a thin frame, like a stamp set straight; answers its right edge. */
export function drawMark(pen: Pen, mark: Mark, left: number, baseline: number): number {
  const color = MARK_COLORS[mark.tone];
  const style = { ...STYLES.strong, color };
  const padding = 7;
  const width = pen.width(style, mark.text) + 2 * padding;
  pen.outline(color, left, baseline - 12.5, width, 18);
  pen.text(style, mark.text, left + padding, baseline);
  return left + width;
}

function drawFacts(pen: Pen, facts: readonly Labelled[], top: number): number {
  const values = LEFT + LABEL_GAP + Math.max(...facts.map((fact) => pen.width(STYLES.muted, fact.label)));
  let y = top;
  for (const fact of facts) {
    pen.text(STYLES.muted, fact.label, LEFT, y);
    pen.text(STYLES.strong, fact.value, values, y);
    y += FACT_HEIGHT;
  }
  return y - FACT_HEIGHT;
}

/** Seller and buyer side by side; a draft has neither yet. */
function drawParties(pen: Pen, parties: readonly PartyContent[], top: number): number {
  const ends = parties.map((party, index) =>
    drawParty(pen, party, LEFT + index * (COLUMN_WIDTH + COLUMN_GAP), top),
  );
  return parties.length === 0 ? top : Math.max(...ends) + SECTION_GAP;
}

function drawParty(pen: Pen, party: PartyContent, left: number, top: number): number {
  pen.text(STYLES.small, party.heading, left, top);
  let y = top + 2;
  for (const line of pen.wrap(STYLES.strong, party.name, COLUMN_WIDTH)) {
    y += STYLES.strong.lineHeight;
    pen.text(STYLES.strong, line, left, y);
  }
  for (const line of party.lines.flatMap((text) => pen.wrap(STYLES.body, text, COLUMN_WIDTH))) {
    y += STYLES.body.lineHeight;
    pen.text(STYLES.body, line, left, y);
  }
  return y;
}

function drawHeadline(pen: Pen, headline: DocumentContent['headline'], top: number): number {
  const y = top + 14;
  pen.text(STYLES.headline, headline.text, LEFT, y);
  pen.text(STYLES.muted, headline.detail, LEFT, y + 17);
  return y + 17 + SECTION_GAP;
}

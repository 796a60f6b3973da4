import type { Box } from './box';
import type { Columns, Row } from './document-content';
import { HAIRLINE, HEAVY, LEFT, RIGHT, STYLES, WIDTH } from './layout';
import type { Pen } from './pen';

const GAP = 18;
const LEAST_FIGURE_WIDTH = 38;
const LEAST_DESCRIPTION_WIDTH = 120;
/** From a row's top edge to its first baseline, and from its last baseline to its bottom edge. */
const ABOVE = 14.5;
const BELOW = 7.5;
export const HEAD_HEIGHT = 26;

interface Figure {
  readonly text: string;
  readonly width: number;
}

export interface ItemTable {
  /** Fills `HEAD_HEIGHT` below `top`. */
  readonly drawHead: (pen: Pen, top: number) => void;
  readonly rows: readonly Box[];
}

/** Sets out the table: columns of figures as wide as their widest figure, the description takes the rest. */
export function itemTable(pen: Pen, columns: Columns, rows: readonly Row[]): ItemTable {
  const figures = rows.map((row) => row.figures.map((text) => figure(pen, text)));
  const widths = columns.figures.map((head, column) =>
    Math.max(
      LEAST_FIGURE_WIDTH,
      pen.width(STYLES.small, head.text),
      ...figures.map((row) => row[column]?.width ?? 0),
    ),
  );
  const rights = rightEdges(widths);
  const descriptionWidth = Math.max(
    LEAST_DESCRIPTION_WIDTH,
    WIDTH - widths.reduce((sum, width) => sum + width + GAP, 0),
  );
  return {
    drawHead: (on, top) => {
      drawHead(on, columns, rights, top);
    },
    rows: rows.map(({ description }, index) => {
      const lines = pen.wrap(STYLES.body, description.replaceAll('\n', ' '), descriptionWidth);
      return {
        height: ABOVE + (lines.length - 1) * STYLES.body.lineHeight + BELOW,
        // The sums stick to the last line, and the last line to the one before it: they never stand alone.
        isGlued: index > 0 && index === rows.length - 1,
        isTableRow: true,
        draw: (on, top) => {
          drawRow(on, lines, figures[index] ?? [], rights, top);
        },
      };
    }),
  };
}

function figure(pen: Pen, text: string): Figure {
  return { text, width: pen.width(STYLES.body, text) };
}

/** The right edge of each column, the last one at the right margin. */
function rightEdges(widths: readonly number[]): number[] {
  let edge = RIGHT;
  return widths
    .toReversed()
    .map((width) => {
      const right = edge;
      edge -= width + GAP;
      return right;
    })
    .reverse();
}

function drawHead(pen: Pen, columns: Columns, rights: readonly number[], top: number) {
  const baseline = top + 9;
  pen.text(STYLES.small, columns.description, LEFT, baseline);
  columns.figures.forEach(({ text }, column) => {
    pen.textRight(STYLES.small, text, rights[column] ?? RIGHT, baseline);
  });
  columns.figures.forEach(({ hint }, column) => {
    if (hint !== undefined) pen.textRight(STYLES.hint, hint, rights[column] ?? RIGHT, baseline + 9.5);
  });
  pen.rule(HEAVY, LEFT, RIGHT, top + HEAD_HEIGHT);
}

function drawRow(
  pen: Pen,
  lines: readonly string[],
  figures: readonly Figure[],
  rights: readonly number[],
  top: number,
) {
  const baseline = top + ABOVE;
  lines.forEach((line, index) => {
    pen.text(STYLES.body, line, LEFT, baseline + index * STYLES.body.lineHeight);
  });
  figures.forEach(({ text, width }, column) => {
    pen.textRight(STYLES.body, text, rights[column] ?? RIGHT, baseline, width);
  });
  pen.rule(HAIRLINE, LEFT, RIGHT, baseline + (lines.length - 1) * STYLES.body.lineHeight + BELOW);
}

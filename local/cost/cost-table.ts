import type { Cost } from '../../functions/src/testing/count-calls';

export interface CostRow extends Cost {
  readonly subject: string;
  readonly what: string;
}

export interface CostSection {
  readonly title: string;
  readonly rows: readonly CostRow[];
}

const HEADS = ['what', 'case', 'reads', 'writes', 'deletes', 'read calls', 'commits'];

/** The page `docs/cost.md`, formatted as Prettier leaves it. */
export function costPage(intro: string, sections: readonly CostSection[]): string {
  const parts = sections.map(({ title, rows }) => `## ${title}\n\n${table(rows)}\n`);
  return [`${intro.trim()}\n`, ...parts].join('\n');
}

function table(rows: readonly CostRow[]): string {
  const cells = rows.map((row, index) => [
    row.subject === rows[index - 1]?.subject ? '' : `\`${row.subject}\``,
    row.what,
    ...[row.reads, row.writes, row.deletes, row.readCalls, row.commits].map(String),
  ]);
  const widths = HEADS.map((head, column) =>
    Math.max(head.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (texts: readonly string[]) =>
    `| ${texts.map((text, column) => pad(text, widths[column] ?? 0, column)).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    isFigure(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [line(HEADS), `| ${rule.join(' | ')} |`, ...cells.map(line)].join('\n');
}

const isFigure = (column: number) => column > 1;

function pad(text: string, width: number, column: number): string {
  return isFigure(column) ? text.padStart(width) : text.padEnd(width);
}

import { keeps } from './figure';
import type { Comparison, Figure } from './figure';

/** A measured figure. `ratio` is value over baseline. */
export interface Result extends Comparison {
  readonly figure: Pick<Figure, 'name' | 'unit' | 'target'>;
  readonly ratio: number;
}

export function resultOf(figure: Result['figure'], { value, baseline }: Comparison): Result {
  return { figure, value, baseline, ratio: value / baseline };
}

/** For programs: one JSON object, without line breaks. */
export function jsonLine({ figure: { name, unit }, value, baseline, ratio }: Result): string {
  const [roundedValue, roundedBaseline, roundedRatio] = [value, baseline, ratio].map(significant);
  return JSON.stringify({ name, value: roundedValue, unit, baseline: roundedBaseline, ratio: roundedRatio });
}

/** For people: a line a figure under a head, columns aligned. */
export function table(results: readonly Result[]): string {
  const head = ['figure', 'value', 'baseline', 'unit', 'ratio', 'target', ''];
  const rows = [head, ...results.map(cells)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isNumber = [false, true, true, false, true, false, false];
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return isNumber[column] ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cells({ figure: { name, unit, target }, value, baseline, ratio }: Result): string[] {
  const wanted = 'atMost' in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`;
  return [
    name,
    readable(value),
    readable(baseline),
    unit,
    ratio.toFixed(2),
    wanted,
    keeps(target, ratio) ? 'ok' : 'MISSED',
  ];
}

function readable(value: number): string {
  return Number.isInteger(value) || value >= 1000 ? String(Math.round(value)) : value.toPrecision(3);
}

/** Four digits say more than the noise allows already. */
function significant(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(4));
}

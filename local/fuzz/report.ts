import type { Outcome } from './in-process';

/** How often each thing happened in all tasks together. */
export function sumCounts(outcomes: readonly Pick<Outcome, 'counts'>[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { counts } of outcomes) {
    for (const [what, count] of Object.entries(counts)) sums.set(what, (sums.get(what) ?? 0) + count);
  }
  return sums;
}

/** One thing a line, in the order of the alphabet, numbers at the end. */
export function countsTable(counts: ReadonlyMap<string, number>): string {
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const width = Math.max(0, ...rows.map(([what]) => what.length));
  const digits = Math.max(0, ...rows.map(([, count]) => String(count).length));
  return rows.map(([what, count]) => `${what.padEnd(width)}  ${String(count).padStart(digits)}`).join('\n');
}

/** A failure as people read it: what is wrong, the shortest history that leads there, and how to play it again. */
export function failureText({ law, failure }: Pick<Outcome, 'law' | 'failure'>): string {
  if (failure === null) return '';
  const { problem, history, seed, path } = failure;
  const where = law === 'agreement' ? '--emulator' : `--only ${law}`;
  return `✗ ${law}\n${problem}\n\n${history}\n\nagain: npm run fuzz -- ${where} --seed ${seed} --path ${path}\n`;
}

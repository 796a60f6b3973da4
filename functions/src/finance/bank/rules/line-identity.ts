import type { StatementLine } from './statement';

/**
 * What tells each line from every other, as parts of an id: the same line of the same or of an overlapping file
 * comes out the same. The bank's reference stands for the texts where it gives one; day and amount stand beside it,
 * since a batch has one reference and some banks begin again every day. Lines that are alike in all of that are
 * counted, so that a customer who pays the same twice on one day is not taken for one line seen twice.
 */
export function lineIdentities(lines: readonly StatementLine[]): readonly (readonly string[])[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const parts = distinguishing(line);
    const key = JSON.stringify(parts);
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return [...parts, String(occurrence)];
  });
}

function distinguishing(line: StatementLine): readonly string[] {
  const { account, bankReference, bookedOn, amount, currency, payer, remittance } = line;
  const money = [account ?? '', bookedOn, String(amount), currency];
  if (bankReference !== null) return [...money, 'REFERENCE', bankReference];
  return [...money, 'TEXT', payer ?? '', remittance];
}

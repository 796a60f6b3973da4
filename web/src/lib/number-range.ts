/** Everything from the first to the second, both included, as text is ordered. */
export interface NumberRange {
  readonly first: string;
  readonly last: string;
}

/** The last character there is: a range up to it holds everything that begins alike. */
const LAST = '\uf8ff';

/**
 * The invoice numbers that begin as typed; null while nothing is typed. Small letters, blanks and a missing prefix are
 * mended: `202611-0042` finds `HYB-202611-0042`. Numbers are written in capitals, as the server makes them.
 */
export function numbersBeginning(typed: string, prefix: string): NumberRange | null {
  const written = typed.replaceAll(/\s/g, '').toUpperCase();
  if (written === '') return null;
  const start = `${prefix}-`;
  const hasPrefix = written.startsWith(start) || start.startsWith(written);
  const first = !hasPrefix && /^\d/.test(written) ? start + written : written;
  return { first, last: first + LAST };
}

import type { TextRange } from './text-range';
import { beginningWith } from './text-range';

/**
 * The invoice numbers that begin as typed; null while nothing is typed. Small letters, blanks and a missing prefix are
 * mended: `202611-0042` finds `HYB-202611-0042`. Numbers are written in capitals, as the server makes them.
 */
export function numbersBeginning(typed: string, prefix: string): TextRange | null {
  const written = typed.replaceAll(/\s/g, '').toUpperCase();
  if (written === '') return null;
  const start = `${prefix}-`;
  const hasPrefix = written.startsWith(start) || start.startsWith(written);
  const first = !hasPrefix && /^\d/.test(written) ? start + written : written;
  return beginningWith(first);
}

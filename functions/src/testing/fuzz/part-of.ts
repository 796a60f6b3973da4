import type { MinorUnits } from '../../core/money';
import { minorUnits } from '../../core/money';

/** At least one minor unit, so that there is something to ask for. */
export function partOf(amount: number, part: number): MinorUnits {
  return minorUnits(Math.max(1, Math.round(amount * part)));
}

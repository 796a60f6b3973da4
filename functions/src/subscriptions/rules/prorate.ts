import type { MinorUnits } from '../../core/money';
import { minorUnits, proportion } from '../../core/money';

export interface Share {
  /** From today to the end of the period; today counts, since the new plan serves it. */
  readonly daysLeft: number;
  readonly daysInPeriod: number;
}

/** What the days that are left of a period cost, half a minor unit up. */
export function costOfDays(price: MinorUnits, { daysLeft, daysInPeriod }: Share): MinorUnits {
  return proportion(price, minorUnits(daysLeft), minorUnits(daysInPeriod));
}

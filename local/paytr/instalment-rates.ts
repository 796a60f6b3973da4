import { percentOf } from './amounts';

/** Card families that allow instalments. */
export type CardFamily = 'world' | 'axess' | 'bonus';

const FIRST_RATE: Record<CardFamily, number> = { world: 392, axess: 410, bonus: 405 };
const RATE_STEP = 151;
export const LONGEST_PLAN = 12;
export const PLAN_LENGTHS = Array.from({ length: LONGEST_PLAN - 1 }, (_, index) => index + 2);
export const CARD_FAMILIES = Object.keys(FIRST_RATE) as CardFamily[];

/** One choice on the payment page; the amount is in minor units and includes the surcharge. */
export interface InstalmentOffer {
  count: number;
  total: number;
}

/** Surcharge of a plan of `count` instalments in hundredths of a percent: 392 is 3.92 %. */
export function surchargeRate(family: CardFamily, count: number): number {
  return count < 2 ? 0 : FIRST_RATE[family] + (count - 2) * RATE_STEP;
}

/**
 * What the payment page offers for a card: always a single payment; instalments only in lira, on a credit card
 * of a known family, up to `longestPlan`. Add-on: total = base × (1 + rate), half a kuruş up.
 */
export function instalmentOffers(
  base: number,
  currency: string,
  family: CardFamily | null,
  longestPlan: number,
): InstalmentOffer[] {
  const single = { count: 1, total: base };
  if (family === null || currency !== 'TL') return [single];
  const plans = PLAN_LENGTHS.filter((count) => count <= longestPlan);
  return [
    single,
    ...plans.map((count) => ({ count, total: base + percentOf(base, surchargeRate(family, count)) })),
  ];
}

import type { CreatePlanRequest, BillingPeriod } from '../../schema/plan';
import { minorUnits } from '../../core/money';

/** What is on sale, in every currency and for both periods; a year costs ten months. */
export const TIERS = ['Start', 'Pro', 'Business'] as const;
export const PERIODS: readonly BillingPeriod[] = ['monthly', 'annually'];
const MONTHLY: Readonly<Record<string, readonly number[]>> = {
  TRY: [49_900, 149_900, 449_900],
  EUR: [1_900, 4_900, 14_900],
  USD: [1_900, 4_900, 14_900],
};
export const CURRENCIES = Object.keys(MONTHLY);
const TRIAL_DAYS = 14;

export interface Offer {
  readonly tier: number;
  readonly period: BillingPeriod;
  readonly currency: string;
  readonly isTrial: boolean;
}

/** Every plan on sale; the smallest monthly one also with a trial. */
export const OFFERS: readonly Offer[] = CURRENCIES.flatMap((currency) =>
  TIERS.flatMap((_name, tier) =>
    PERIODS.flatMap((period) => {
      const offer = { tier, period, currency, isTrial: false };
      return tier === 0 && period === 'monthly' ? [offer, { ...offer, isTrial: true }] : [offer];
    }),
  ),
);

export function requestOf(
  { tier, period, currency, isTrial }: Offer,
  requestId: string,
): Partial<CreatePlanRequest> {
  const monthly = MONTHLY[currency]?.[tier] ?? 0;
  return {
    requestId,
    name: `${TIERS[tier] ?? ''}${isTrial ? ' (14 days free)' : ''}`,
    billingPeriod: period,
    price: minorUnits(period === 'monthly' ? monthly : monthly * 10),
    currency,
    trialDays: isTrial ? TRIAL_DAYS : 0,
  };
}

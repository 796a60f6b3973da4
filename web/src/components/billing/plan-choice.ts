import { multiply, subtract } from '@hyble/billing-functions/src/core/money';
import type { BillingPeriod, Plan } from '@hyble/billing-functions/src/schema/plan';
import type { Stored } from '../../lib/documents';
import { grossOf } from '../../lib/subscription-outlook';

/** Which plans are looked at. */
export interface PlanFilter {
  readonly currency: string;
  readonly billingPeriod: BillingPeriod;
}

const PERIODS: readonly BillingPeriod[] = ['monthly', 'annually'];

/** What there is to choose between: the currencies in their order, and the periods sold in one of them. */
export function choicesOf(plans: readonly Plan[], currency: string | undefined) {
  const currencies = [...new Set(plans.map((plan) => plan.currency))].sort();
  const shown = currencies.find((known) => known === currency) ?? currencies[0] ?? '';
  const sold = new Set(
    plans.filter((plan) => plan.currency === shown).map(({ billingPeriod }) => billingPeriod),
  );
  return { currencies, currency: shown, periods: PERIODS.filter((period) => sold.has(period)) };
}

/** The plans of a currency and a period, the cheapest first. */
export function plansOf(plans: readonly Stored<Plan>[], { currency, billingPeriod }: PlanFilter) {
  return plans
    .filter((plan) => plan.currency === currency && plan.billingPeriod === billingPeriod)
    .toSorted((a, b) => a.price - b.price);
}

/**
 * What a year of an annual plan costs less, with VAT, than twelve months of the monthly one of the same name; null where
 * there is none, or nothing is saved.
 */
export function annualSaving(plan: Plan, plans: readonly Plan[]): number | null {
  if (plan.billingPeriod !== 'annually') return null;
  const monthly = plans.find(
    ({ billingPeriod, currency, name }) =>
      billingPeriod === 'monthly' && currency === plan.currency && name === plan.name,
  );
  if (monthly === undefined) return null;
  const saved = subtract(multiply(grossOf(monthly), 12), grossOf(plan));
  return saved > 0 ? saved : null;
}

import { dayOf, startOfDay } from '../../core/calendar';
import type { MinorUnits } from '../../core/money';
import { subtract, ZERO } from '../../core/money';
import type { PricedLine } from '../../invoices/rules/total-invoice';
import { totalInvoice } from '../../invoices/rules/total-invoice';
import { BillingError, must } from '../../platform/errors';
import type { Plan } from '../../schema/plan';
import type { Subscription, SubscriptionTerms } from '../../schema/subscription';
import { periodText, unusedDaysText } from './line-texts';
import type { Period } from './period';
import { anchorDayOf, daysBetween, periodFrom } from './period';
import { costOfDays } from './prorate';
import { assertSubscriptionAllows } from './subscription-state';

export interface SubscriptionLine extends PricedLine {
  readonly description: string;
}

/** What a change of plan does: shown before it is confirmed, and then billed as it is. */
export interface PlanChange {
  /** NOW: once `total` is paid. PERIOD_END: with the next period. KEEP: a change that was planned is dropped. */
  readonly effective: 'NOW' | 'PERIOD_END' | 'KEEP';
  readonly effectiveAt: Date;
  readonly terms: SubscriptionTerms;
  /** Of the invoice; none when nothing is due now. */
  readonly lines: readonly SubscriptionLine[];
  readonly total: MinorUnits;
  /** The period that begins with the change; null when the running one goes on. */
  readonly period: Period | null;
}

/** The part of a plan that is billed, as it is now. */
export function termsOf(planId: string, plan: Plan): SubscriptionTerms {
  const { name: planName, billingPeriod, price, taxRate } = plan;
  return { planId, planName, billingPeriod, price, taxRate };
}

/**
 * Decides what a change to another plan does. An upgrade (a higher price for the same period, or from months to years)
 * takes effect now: the days that are left, today among them, are credited at the old price and charged at the new one,
 * or a new year begins today. Everything else takes effect with the next period, so that no money is ever owed back:
 * a lower price, from years to months, another VAT rate. On trial nothing was paid, and the plan is simply another.
 *
 * @throws BillingError with the reason why the plan cannot be changed (to this one) now.
 */
export function planChange(
  subscription: Subscription,
  { planId, plan: found }: { readonly planId: string; readonly plan: Plan | null },
  now: Date,
): PlanChange {
  assertChangeable(subscription);
  const { currentPeriodEnd, pendingTerms, trialEnd } = subscription;
  const nothing = { lines: [], total: ZERO, period: null };
  if (planId === subscription.planId) {
    if (pendingTerms === null) throw new BillingError('PLAN_UNCHANGED', { planId });
    return { ...nothing, effective: 'KEEP', effectiveAt: now, terms: current(subscription) };
  }
  const plan = must(found, 'PLAN_NOT_FOUND', { planId });
  if (!plan.isActive) throw new BillingError('PLAN_INACTIVE', { planId });
  if (plan.currency !== subscription.currency) throw new BillingError('PLAN_CURRENCY_DIFFERS', { planId });
  const terms = termsOf(planId, plan);
  if (trialEnd !== null && now < trialEnd) return { ...nothing, effective: 'NOW', effectiveAt: now, terms };
  const upgrade = upgradeNow(subscription, terms, now);
  if (upgrade === null) {
    return { ...nothing, effective: 'PERIOD_END', effectiveAt: currentPeriodEnd, terms };
  }
  return { ...upgrade, effective: 'NOW', effectiveAt: now, terms };
}

function assertChangeable(subscription: Subscription): void {
  assertSubscriptionAllows('change', subscription);
  const { cancelAtPeriodEnd, openInvoiceId, pendingUpgrade } = subscription;
  if (cancelAtPeriodEnd) throw new BillingError('SUBSCRIPTION_ENDING');
  if (openInvoiceId !== null)
    throw new BillingError('SUBSCRIPTION_INVOICE_OPEN', { invoiceId: openInvoiceId });
  if (pendingUpgrade !== null)
    throw new BillingError('UPGRADE_PENDING', { invoiceId: pendingUpgrade.invoiceId });
}

function current({ planId, planName, billingPeriod, price, taxRate }: Subscription): SubscriptionTerms {
  return { planId, planName, billingPeriod, price, taxRate };
}

/** Null when the change is none, or would owe the customer money. */
function upgradeNow(
  subscription: Subscription,
  terms: SubscriptionTerms,
  now: Date,
): Pick<PlanChange, 'lines' | 'total' | 'period'> | null {
  const { planName, price, taxRate, billingPeriod, currentPeriodStart, currentPeriodEnd, locale } =
    subscription;
  const today = dayOf(now);
  const share = {
    daysLeft: daysBetween(now, currentPeriodEnd),
    daysInPeriod: daysBetween(currentPeriodStart, currentPeriodEnd),
  };
  // The next period is due; the sweep has not come by yet.
  if (share.daysLeft <= 0) return null;
  const startsAgain = billingPeriod === 'monthly' && terms.billingPeriod === 'annually';
  const isAlike = billingPeriod === terms.billingPeriod && terms.price >= price;
  if (taxRate !== terms.taxRate || !(startsAgain || isAlike)) return null;

  const period = startsAgain ? periodFrom(today, 'annually', anchorDayOf(today)) : null;
  const served = period ?? { start: startOfDay(today), end: currentPeriodEnd };
  const unused = costOfDays(price, share);
  const charge = startsAgain ? terms.price : costOfDays(terms.price, share);
  if (charge < unused) return null;
  const lines = [
    line(unusedDaysText(planName, share, locale), subtract(ZERO, unused), taxRate),
    line(periodText(terms.planName, served, locale), charge, terms.taxRate),
  ].filter(({ unitPrice }) => unitPrice !== 0);
  const { total } = totalInvoice(lines);
  return { lines: total === 0 ? [] : lines, total, period };
}

export function line(description: string, unitPrice: MinorUnits, taxRate: number): SubscriptionLine {
  return { description, quantity: 1, unitPrice, taxRate };
}

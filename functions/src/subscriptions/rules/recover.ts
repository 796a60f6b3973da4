import { addDays, dayOf, startOfDay } from '../../core/calendar';
import type { Fields, Write } from '../../core/decision';
import { create, update } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import type { SubscriptionWithId } from '../../notifications/rules/subscription-event';
import { subscriptionEvent } from '../../notifications/rules/subscription-event';
import { paths } from '../../schema/paths';
import type { Subscription } from '../../schema/subscription';
import { nextActionOf } from './next-action';
import { anchorDayOf, daysBetween, periodFrom } from './period';
import { allows, stateOf } from './subscription-state';

type Changed = Partial<Fields<Subscription>>;

export interface PaidInvoice {
  readonly invoiceId: string;
  /** What it was over, in minor units. */
  readonly total: MinorUnits;
  /** The payment that settled it; null when nothing had to be paid. */
  readonly paymentId: string | null;
}

/**
 * What it means for a subscription that one of its invoices is paid, by whatever way and whoever: the service begins,
 * goes on or resumes, a dunning is closed, an upgrade takes effect. Part of the transaction that settles the invoice.
 */
export function recover(subscription: SubscriptionWithId, paid: PaidInvoice, now: Date): Write[] {
  const { id, openInvoiceId, pendingUpgrade, attempt, attemptCount } = subscription;
  const { invoiceId, paymentId } = paid;
  if (!allows('recover', subscription)) return [];
  if (pendingUpgrade?.invoiceId === invoiceId) return upgrade(subscription, paid, now);
  if (openInvoiceId !== invoiceId) return [];

  const { changed, event } = serviceAfter(subscription, paid, now);
  const settled: Changed = { ...changed, openInvoiceId: null, attempt: null, dunning: null };
  const endsDunning = subscription.dunning !== null && attempt !== null && attempt.paymentId === paymentId;
  return [
    update(paths.subscription(id), {
      ...settled,
      nextActionAt: nextActionOf({ ...subscription, ...settled }, now),
    }),
    ...(endsDunning
      ? [
          create(paths.dunningAttempt(id, attemptCount), {
            attemptNumber: attemptCount,
            ...attempt,
            result: 'success' as const,
            failureReason: null,
            nextAttemptAt: null,
          }),
        ]
      : []),
    ...event,
  ];
}

/** The service from now on, and what to announce of it. */
function serviceAfter(
  subscription: SubscriptionWithId,
  { invoiceId, total }: PaidInvoice,
  now: Date,
): { changed: Changed; event: Write[] } {
  const facts = { cause: invoiceId, invoiceId, amount: total };
  switch (stateOf(subscription)) {
    case 'NOT_STARTED': {
      // Its first period begins on the day it is paid, however long that took.
      const today = dayOf(now);
      const anchorDay = anchorDayOf(today);
      const { start, end } = periodFrom(today, subscription.billingPeriod, anchorDay);
      const begun = { currentPeriodStart: start, currentPeriodEnd: end, anchorDay, suspendedAt: null };
      return {
        changed: { ...begun, status: 'ACTIVE', startedAt: now },
        event: [subscriptionEvent('subscription.started', subscription, facts, now)],
      };
    }
    case 'SUSPENDED':
      return {
        changed: { ...shifted(subscription, now), status: 'ACTIVE', suspendedAt: null },
        event: [subscriptionEvent('subscription.resumed', subscription, facts, now)],
      };
    case 'PAST_DUE':
    case 'ACTIVE':
    case 'CANCELLED':
      return { changed: { status: 'ACTIVE' }, event: [] };
  }
}

/** While the service stood still so did its period: the days that were left of it begin now. */
function shifted(
  { suspendedAt, currentPeriodStart, currentPeriodEnd }: SubscriptionWithId,
  now: Date,
): Changed {
  const days = suspendedAt === null ? 0 : daysBetween(suspendedAt, now);
  const end = addDays(dayOf(currentPeriodEnd), days);
  return {
    currentPeriodStart: startOfDay(addDays(dayOf(currentPeriodStart), days)),
    currentPeriodEnd: startOfDay(end),
    ...(days === 0 ? {} : { anchorDay: anchorDayOf(end) }),
  };
}

function upgrade(subscription: SubscriptionWithId, { invoiceId, total }: PaidInvoice, now: Date): Write[] {
  const { id, pendingUpgrade, attempt } = subscription;
  if (pendingUpgrade === null) return [];
  const { terms, period } = pendingUpgrade;
  const changed: Changed = {
    ...terms,
    pendingUpgrade: null,
    pendingTerms: null,
    attempt: attempt?.invoiceId === invoiceId ? null : attempt,
    ...(period === null
      ? {}
      : {
          currentPeriodStart: period.start,
          currentPeriodEnd: period.end,
          anchorDay: anchorDayOf(dayOf(period.start)),
        }),
  };
  const after = { ...subscription, ...changed };
  return [
    update(paths.subscription(id), { ...changed, nextActionAt: nextActionOf(after, now) }),
    subscriptionEvent('subscription.changed', after, { cause: invoiceId, invoiceId, amount: total }, now),
  ];
}

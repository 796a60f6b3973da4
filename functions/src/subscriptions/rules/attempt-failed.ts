import { startOfDay, addDays, dayOf } from '../../core/calendar';
import type { Write } from '../../core/decision';
import { create, update } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import type { SubscriptionWithId } from '../../notifications/rules/subscription-event';
import { subscriptionEvent } from '../../notifications/rules/subscription-event';
import type { SubscriptionOutboxEvent } from '../../schema/outbox-event';
import { paths } from '../../schema/paths';
import type { PaymentFailure } from '../../schema/payment';
import type { Dunning, SubscriptionAttempt } from '../../schema/subscription';
import { declineOf, nextStep } from './dunning-calendar';
import { FIRST_PAYMENT_DAYS, nextActionOf } from './next-action';
import { allows, stateOf } from './subscription-state';

export interface FailedAttempt {
  readonly paymentId: string;
  readonly reason: PaymentFailure;
  /** What is still due on the invoice, in minor units. */
  readonly due: MinorUnits;
}

/**
 * What it means for a subscription that a payment of ours failed: the dunning begins or goes on, and the customer is
 * told. A failed try of the customer's own means nothing. Part of the transaction that ends the payment, and so
 * nothing when that payment was given up before.
 */
export function attemptFailed(subscription: SubscriptionWithId, failed: FailedAttempt, now: Date): Write[] {
  const { id, attempt, openInvoiceId } = subscription;
  if (attempt?.paymentId !== failed.paymentId) return [];
  const over = { ...subscription, attempt: null };
  if (attempt.invoiceId !== openInvoiceId || !allows('fail', subscription)) {
    return outsideDunning(over, attempt, failed, now);
  }
  if (failed.reason === 'ABANDONED' && subscription.dunning === null) {
    // It never came to the gateway, and no bank has said no: the next sweep makes it.
    return [update(paths.subscription(id), { attempt: null, nextActionAt: now })];
  }
  const dunning = afterFailure(subscription.dunning, attempt, failed, now);
  const { at, what } = nextStep(dunning, now);
  return [
    update(paths.subscription(id), { attempt: null, status: 'PAST_DUE', dunning, nextActionAt: at }),
    failedAttempt(subscription, attempt, failed, at),
    announcement(subscription, attempt, failed, { what: nextOf(dunning, what), at }, now),
  ];
}

/** What the calendar's next step is to the customer: a card that was refused is not charged again. */
function nextOf(
  { refusedMethodId }: Dunning,
  what: 'RETRY' | 'SUSPENSION',
): SubscriptionOutboxEvent['next']['what'] {
  return what === 'RETRY' && refusedMethodId !== null ? 'REMINDER' : what;
}

function afterFailure(
  dunning: Dunning | null,
  { paymentMethodId }: SubscriptionAttempt,
  { reason }: FailedAttempt,
  now: Date,
): Dunning {
  const refusedMethodId = declineOf(reason) === 'RETRY' ? null : paymentMethodId;
  return { ...(dunning ?? { startedAt: now, step: 0, steppedAt: now }), reason, refusedMethodId };
}

/** Of a first invoice, of an upgrade, or while suspended: no calendar follows, the customer has to act. */
function outsideDunning(
  subscription: SubscriptionWithId,
  attempt: SubscriptionAttempt,
  failed: FailedAttempt,
  now: Date,
): Write[] {
  const { id, openInvoiceId, dunning } = subscription;
  const state = stateOf(subscription);
  if (state === 'CANCELLED') return [update(paths.subscription(id), { attempt: null })];
  if (state === 'SUSPENDED' && attempt.invoiceId === openInvoiceId) {
    return [
      update(paths.subscription(id), {
        attempt: null,
        dunning: afterFailure(dunning, attempt, failed, now),
        nextActionAt: nextActionOf(subscription, now),
      }),
      failedAttempt(subscription, attempt, failed, null),
      announcement(subscription, attempt, failed, { what: 'NOTHING', at: null }, now),
    ];
  }
  const at = state === 'NOT_STARTED' ? firstPaymentEnds(subscription) : nextActionOf(subscription, now);
  return [
    update(paths.subscription(id), { attempt: null, nextActionAt: at }),
    announcement(subscription, attempt, failed, { what: 'NOTHING', at: null }, now),
  ];
}

/** When a subscription is given up whose first invoice nobody has paid. */
export function firstPaymentEnds({
  currentPeriodStart,
}: Pick<SubscriptionWithId, 'currentPeriodStart'>): Date {
  return startOfDay(addDays(dayOf(currentPeriodStart), FIRST_PAYMENT_DAYS + 1));
}

function failedAttempt(
  { id, attemptCount }: SubscriptionWithId,
  attempt: SubscriptionAttempt,
  { reason }: FailedAttempt,
  nextAttemptAt: Date | null,
): Write {
  return create(paths.dunningAttempt(id, attemptCount), {
    attemptNumber: attemptCount,
    ...attempt,
    result: 'failed',
    failureReason: reason,
    nextAttemptAt,
  });
}

function announcement(
  subscription: SubscriptionWithId,
  { invoiceId }: SubscriptionAttempt,
  { paymentId, reason, due }: FailedAttempt,
  next: SubscriptionOutboxEvent['next'],
  now: Date,
): Write {
  const facts = { cause: paymentId, invoiceId, amount: due, failureReason: reason, next };
  return subscriptionEvent('subscription.paymentFailed', subscription, facts, now);
}

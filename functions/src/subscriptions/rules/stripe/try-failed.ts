import type { Write } from '../../../core/decision';
import { create, update } from '../../../core/decision';
import type { MinorUnits } from '../../../core/money';
import type { SubscriptionWithId } from '../../../notifications/rules/subscription-event';
import { newPayment } from '../../../payments/rules/new-payment';
import { paths } from '../../../schema/paths';
import type { PaymentFailure } from '../../../schema/payment';
import type { SubscriptionAttempt } from '../../../schema/subscription';
import { attemptFailed } from '../attempt-failed';
import { nextStep } from '../dunning-calendar';
import { attemptPaymentId } from '../subscription-id';

export interface FailedTry {
  readonly reason: PaymentFailure;
  /** What is still due on the invoice, in minor units. */
  readonly due: MinorUnits;
  readonly isTest: boolean;
}

/**
 * A try of ours to pay an invoice at Stripe failed. It leaves what a failed charge of our own leaves, a payment that says
 * why: screens and finance see one kind.
 */
export function tryFailed(
  subscription: SubscriptionWithId,
  attempt: SubscriptionAttempt,
  failed: FailedTry,
  at: Date,
): Write[] {
  const { userId, organizationId, currency } = subscription;
  const { paymentId, invoiceId, paymentMethodId } = attempt;
  const { reason, due, isTest } = failed;
  const payment = newPayment(
    { userId, organizationId, gateway: 'stripe', isTest, invoiceIds: [invoiceId], amount: due, currency },
    { status: 'FAILED', paymentMethodId, failureReason: reason, failedAt: at, processedAt: at },
  );
  return [
    create(paths.payment(paymentId), payment),
    ...attemptFailed(subscription, { paymentId, reason, due }, at),
  ];
}

/**
 * Stripe's own first try for an invoice failed: day 0, on the day it did. It counts as the subscription's attempt, as if
 * our engine had made it.
 */
export function firstTryFailed(
  subscription: SubscriptionWithId,
  { invoiceId, paymentMethodId }: Omit<SubscriptionAttempt, 'paymentId'>,
  failed: FailedTry,
  failedAt: Date,
): Write[] {
  const { id } = subscription;
  const attemptCount = subscription.attemptCount + 1;
  const attempt = { paymentId: attemptPaymentId(id, attemptCount), invoiceId, paymentMethodId };
  return [
    update(paths.subscription(id), { attemptCount }),
    ...tryFailed({ ...subscription, attempt, attemptCount }, attempt, failed, failedAt),
  ];
}

/** News of an earlier failure than the one that began the dunning: day 0 was then, while nothing has followed it. */
export function earlierDayZero(subscription: SubscriptionWithId, failedAt: Date): Write[] {
  const { id, dunning } = subscription;
  if (dunning?.step !== 0 || dunning.startedAt <= failedAt) return [];
  const corrected = { ...dunning, startedAt: failedAt, steppedAt: failedAt };
  return [
    update(paths.subscription(id), { dunning: corrected, nextActionAt: nextStep(corrected, failedAt).at }),
  ];
}

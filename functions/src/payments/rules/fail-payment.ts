import { update } from '../../core/decision';
import type { PaymentFailed } from '../../gateways/gateway';
import { paths } from '../../schema/paths';
import type { Payment } from '../../schema/payment';
import type { FactDecision, PaymentDocuments } from './apply-fact';
import { endPayment } from './end-payment';
import { moves } from './payment-state';

/**
 * Notes why a payment failed. While the customer can still try again on the gateway's page, the payment stays
 * open; otherwise it ends as FAILED and the invoice can be paid anew. Of several reasons the latest stays,
 * in whatever order they are told.
 */
export function failPayment(
  documents: PaymentDocuments,
  fact: PaymentFailed,
  occurredAt: Date,
  now: Date,
): FactDecision {
  const { payment } = documents;
  const { paymentId } = fact.payment;
  const reason = isNewer(payment, fact, occurredAt)
    ? { failureReason: fact.reason, failedAt: occurredAt }
    : null;
  const ends = fact.isFinal && moves('fail', payment.status);
  if (!ends) {
    if (payment.status === 'SUCCEEDED' || payment.status === 'REFUNDED') {
      return { writes: [], outcome: 'IGNORED', result: 'ALREADY_SUCCEEDED' };
    }
    if (reason === null) return { writes: [], outcome: 'IGNORED', result: 'OLDER_FAILURE' };
    return {
      writes: [update(paths.payment(paymentId), reason)],
      outcome: 'APPLIED',
      result: 'FAILURE_NOTED',
    };
  }
  return {
    writes: endPayment(documents, paymentId, reason ?? {}, now),
    outcome: 'APPLIED',
    result: 'PAYMENT_FAILED',
  };
}

/** Gateways count in whole seconds; of two failures in one second the alphabet decides, always alike. */
function isNewer(
  { failedAt, failureReason }: Pick<Payment, 'failedAt' | 'failureReason'>,
  { reason }: PaymentFailed,
  occurredAt: Date,
): boolean {
  if (failedAt === null || failureReason === null) return true;
  if (failedAt.getTime() !== occurredAt.getTime()) return failedAt < occurredAt;
  return failureReason < reason;
}

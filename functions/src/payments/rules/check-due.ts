import type { Decision } from '../../core/decision';
import { update } from '../../core/decision';
import { paths } from '../../schema/paths';
import type { GatewayName, Payment } from '../../schema/payment';
import { nextCheck } from './next-check';
import type { RefundDocuments } from './settle-refund';
import { failRefund } from './settle-refund';

/** What to ask a gateway about a payment now. */
export interface DueCheck {
  readonly payment: Payment & { gateway: GatewayName };
  /** Whether the customer's time to pay is over, so that the checkout may be closed. */
  readonly end: boolean;
}

/** Whether a payment is due to be asked about; null when news has come since it was queued. */
export function dueCheck(payment: Payment | null, now: Date): DueCheck | null {
  return isDue(payment, now) ? checkOf(payment, now) : null;
}

/** How to ask about a payment whether it is due or not; null when no gateway moves its money. */
export function checkOf(payment: Payment, now: Date): DueCheck | null {
  const { gateway, status, checkout } = payment;
  if (gateway !== 'stripe' && gateway !== 'paytr') return null;
  const end = status === 'PENDING' && (checkout === null || checkout.expiresAt <= now);
  return { payment: { ...payment, gateway }, end };
}

function isDue<P extends Pick<Payment, 'nextCheckAt'>>(payment: P | null, now: Date): payment is P {
  const due = payment?.nextCheckAt;
  return due !== null && due !== undefined && due <= now;
}

/**
 * After the gateway was asked: a payment that is still open is asked about again later, and a refund of ours that the
 * gateway knows nothing of an hour after we ordered it was not made.
 */
export function afterCheck(
  { payment, refund, wallet }: RefundDocuments,
  command: { readonly paymentId: string; readonly refundIsKnown: boolean },
  now: Date,
): Decision<null> {
  const { paymentId, refundIsKnown } = command;
  if (!isDue(payment, now)) return { writes: [], result: null };
  const { pendingRefund } = payment;
  if (pendingRefund !== null && refundIsKnown) {
    const { refundId } = pendingRefund;
    const failure = { code: 'NOT_MADE', message: 'The gateway knows of no such refund.' };
    return failRefund({ payment, refund, wallet }, { refundId, paymentId, failure }, now);
  }
  return {
    writes: [update(paths.payment(paymentId), { nextCheckAt: nextCheck('AGAIN', now) })],
    result: null,
  };
}

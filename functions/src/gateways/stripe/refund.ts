import { projectID } from 'firebase-functions/params';
import { BillingError } from '../../platform/errors';
import type { RefundAnswer, RefundOrder } from '../gateway';
import { fromStripeAmount, toStripeAmount } from './amount';
import { order } from './call';
import { stripeClient } from './client';

/**
 * Sends money back to the card or account that it came from. A refund that the bank takes days for (`pending`) counts
 * as made: Stripe has taken it from our balance.
 */
export async function refund({
  refundId,
  paymentId,
  gatewayPaymentId,
  amount,
  currency,
}: RefundOrder): Promise<RefundAnswer> {
  const made = await order(
    () =>
      stripeClient().refunds.create(
        {
          payment_intent: gatewayPaymentId,
          amount: toStripeAmount(amount, currency),
          metadata: { project: projectID.value(), paymentId, refundId },
          expand: ['charge'],
        },
        { idempotencyKey: `refund_${refundId}` },
      ),
    (refusal) => {
      const { code = refusal.type, message } = refusal;
      throw new BillingError('REFUND_DECLINED', { code, message }, { cause: refusal });
    },
  );
  if (made.status === 'failed' || made.status === 'canceled') {
    throw new BillingError('REFUND_DECLINED', { code: made.failure_reason ?? made.status });
  }
  const { charge } = made;
  return {
    gatewayRefundId: made.id,
    refundedTotal:
      charge === null || typeof charge === 'string'
        ? null
        : fromStripeAmount(charge.amount_refunded, currency),
  };
}

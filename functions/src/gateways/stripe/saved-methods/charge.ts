import { projectID } from 'firebase-functions/params';
import type { OffSessionCharge, PaymentReference, SettlementFact } from '../../gateway';
import { toStripeAmount } from '../amount';
import { order } from '../call';
import { stripeClient } from '../client';
import { offSessionFailureOf } from '../failure';
import { toMetadata } from '../reference';
import { failed, intentSettlement } from '../settlement';

/**
 * Charges a kept card while its owner is away. Everything that Stripe refuses is final: nobody is there to try another
 * card with.
 */
export function charge(wanted: OffSessionCharge): Promise<SettlementFact> {
  const { paymentId, userId, invoiceIds, description, amount, currency } = wanted;
  const payment: PaymentReference = { paymentId, owner: { userId, invoiceIds, currency } };
  return order(
    async () => {
      const intent = await stripeClient().paymentIntents.create(
        {
          amount: toStripeAmount(amount, currency),
          currency: currency.toLowerCase(),
          customer: wanted.gatewayCustomerId,
          payment_method: wanted.gatewayMethodId,
          confirm: true,
          off_session: true,
          description,
          metadata: toMetadata(projectID.value(), wanted),
        },
        { idempotencyKey: `charge_${paymentId}` },
      );
      return intentSettlement(intent, payment);
    },
    (refusal) => failed(payment, offSessionFailureOf(refusal)),
  );
}

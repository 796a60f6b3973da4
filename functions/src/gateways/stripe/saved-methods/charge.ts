import { projectID } from 'firebase-functions/params';
import type { MethodCharge, PaymentReference, SettlementFact } from '../../gateway';
import { toStripeAmount } from '../amount';
import { order } from '../call';
import { stripeClient } from '../client';
import { offSessionFailureOf } from '../failure';
import { PAGELESS, toMetadata } from '../reference';
import { failed, intentSettlement } from '../settlement';

/**
 * Charges a kept card without a page. Everything that Stripe refuses is final: nobody is there to try another card
 * with. While the owner is there the bank may ask for them like on a page; what it asks for cannot be shown here, so
 * that counts as a refusal too.
 */
export function charge(wanted: MethodCharge): Promise<SettlementFact> {
  const { paymentId, userId, invoiceIds, description, amount, currency, isCustomerPresent } = wanted;
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
          ...(isCustomerPresent ? PRESENT : { off_session: true }),
          description,
          metadata: { ...toMetadata(projectID.value(), wanted), ...PAGELESS },
        },
        { idempotencyKey: `charge_${paymentId}` },
      );
      return intentSettlement(intent, payment);
    },
    (refusal) => failed(payment, offSessionFailureOf(refusal)),
  );
}

/** Without ways to pay that lead away to another page, and without a step that only a page could show. */
const PRESENT = {
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  error_on_requires_action: true,
} as const;

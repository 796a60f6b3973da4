import type Stripe from 'stripe';
import { fromStripeAmount } from '../amount';
import { fromMetadata } from '../reference';
import { paymentOfIntent } from './payment-of-intent';
import { NOT_OURS, reading } from './reading';
import type { EventContext, Reading } from './reading';

/**
 * Money of a charge went back, by our order or from Stripe's dashboard. Stripe copies an intent's metadata to its
 * charge; where somebody has emptied it, the intent still tells.
 */
export async function chargeRefunded(charge: Stripe.Charge, context: EventContext): Promise<Reading> {
  const payment =
    fromMetadata(context.project, charge.metadata) ?? (await paymentOfIntent(charge.payment_intent, context));
  if (payment === null) return NOT_OURS;
  const currency = charge.currency.toUpperCase();
  return reading({
    kind: 'PAYMENT_REFUNDED',
    payment,
    refundedTotal: fromStripeAmount(charge.amount_refunded, currency),
    currency,
  });
}

import type Stripe from 'stripe';
import { fromStripeAmount } from '../amount';
import { fromMetadata } from '../reference';
import { NOT_OURS, reading } from './reading';
import type { EventContext, Reading } from './reading';

/** The money is there. Says the same as the session's event, and may come before or instead of it. */
export function paymentIntentSucceeded(
  intent: Stripe.PaymentIntent,
  { project, livemode }: EventContext,
): Reading {
  const payment = fromMetadata(project, intent.metadata);
  if (payment === null) return NOT_OURS;
  const currency = intent.currency.toUpperCase();
  const amount = fromStripeAmount(intent.amount_received, currency);
  return reading({
    kind: 'PAYMENT_SUCCEEDED',
    payment,
    gatewayPaymentId: intent.id,
    amount,
    charged: amount,
    currency,
    installment: 1,
    isTest: !livemode,
    paytrHash: null,
  });
}

import type Stripe from 'stripe';
import { failureOf, gatewayReasonOf } from '../failure';
import { fromMetadata } from '../reference';
import { NOT_OURS, reading } from './reading';
import type { EventContext, Reading } from './reading';

/** A card was declined. The session stays open, so the customer can try another one on the same page. */
export function paymentIntentPaymentFailed(intent: Stripe.PaymentIntent, { project }: EventContext): Reading {
  const payment = fromMetadata(project, intent.metadata);
  if (payment === null) return NOT_OURS;
  const error = intent.last_payment_error;
  return reading(
    { kind: 'PAYMENT_FAILED', payment, reason: failureOf(error), isFinal: false },
    gatewayReasonOf(error),
  );
}

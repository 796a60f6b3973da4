import type Stripe from 'stripe';
import { failureOf, gatewayReasonOf, offSessionFailureOf } from '../failure';
import { fromMetadata, isPageless } from '../reference';
import { NOT_OURS, reading } from './reading';
import type { EventContext, Reading } from './reading';

/**
 * A card was declined. On a page the session stays open, so the customer can try another one there; the charge of a
 * kept card is over, and so is a debit of one that did not arrive.
 */
export function paymentIntentPaymentFailed(intent: Stripe.PaymentIntent, { project }: EventContext): Reading {
  const payment = fromMetadata(project, intent.metadata);
  if (payment === null) return NOT_OURS;
  const error = intent.last_payment_error;
  const isFinal = isPageless(intent.metadata);
  const reason = isFinal ? offSessionFailureOf(error) : failureOf(error);
  return reading({ kind: 'PAYMENT_FAILED', payment, reason, isFinal }, gatewayReasonOf(error));
}

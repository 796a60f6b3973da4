import type Stripe from 'stripe';
import { fromMetadata } from '../reference';
import { processing } from '../settlement';
import { NOT_OURS, reading } from './reading';
import type { EventContext, Reading } from './reading';

/** The bank has been asked for a debit, from a page or a kept account; it pays in some days, or not. */
export function paymentIntentProcessing(intent: Stripe.PaymentIntent, { project }: EventContext): Reading {
  const payment = fromMetadata(project, intent.metadata);
  return payment === null ? NOT_OURS : reading(processing(payment));
}

import type Stripe from 'stripe';
import { fromMetadata } from '../reference';
import { intentSucceeded } from '../settlement';
import { NOT_OURS, reading } from './reading';
import type { EventContext, Reading } from './reading';

/** The money is there. Says the same as the session's event, and may come before or instead of it. */
export function paymentIntentSucceeded(intent: Stripe.PaymentIntent, { project }: EventContext): Reading {
  const payment = fromMetadata(project, intent.metadata);
  return payment === null ? NOT_OURS : reading(intentSucceeded(intent, payment));
}

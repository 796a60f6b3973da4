import type Stripe from 'stripe';
import { checkoutSessionAsyncPaymentFailed } from './checkout-session-async-payment-failed';
import { checkoutSessionAsyncPaymentSucceeded } from './checkout-session-async-payment-succeeded';
import { checkoutSessionCompleted } from './checkout-session-completed';
import { checkoutSessionExpired } from './checkout-session-expired';
import { paymentIntentPaymentFailed } from './payment-intent-payment-failed';
import { paymentIntentSucceeded } from './payment-intent-succeeded';
import { reading } from './reading';
import type { EventContext, Reading } from './reading';

type Readers = {
  [Type in Stripe.Event.Type]?: (
    object: Extract<Stripe.Event, { type: Type }>['data']['object'],
    context: EventContext,
  ) => Reading;
};

/** Every event type we act on, and the file that reads it; the webhook endpoint must subscribe to these. */
const READERS = {
  'checkout.session.completed': checkoutSessionCompleted,
  'checkout.session.async_payment_succeeded': checkoutSessionAsyncPaymentSucceeded,
  'checkout.session.async_payment_failed': checkoutSessionAsyncPaymentFailed,
  'checkout.session.expired': checkoutSessionExpired,
  'payment_intent.succeeded': paymentIntentSucceeded,
  'payment_intent.payment_failed': paymentIntentPaymentFailed,
} satisfies Readers;

export const HANDLED_TYPES = Object.keys(READERS);

/** What an event says in our words. */
export function readStripeEvent(event: Stripe.Event, project: string): Reading {
  if (!Object.hasOwn(READERS, event.type)) return reading({ kind: 'NOTHING_FOR_US', why: 'UNHANDLED_TYPE' });
  // The record pairs each type with its object, which TypeScript cannot follow through a variable key.
  const read = READERS[event.type as keyof typeof READERS] as (
    object: unknown,
    context: EventContext,
  ) => Reading;
  return read(event.data.object, { project, livemode: event.livemode });
}

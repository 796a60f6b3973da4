import type Stripe from 'stripe';
import { find } from './call';
import { stripeClient } from './client';

/**
 * What the reader of an event may ask Stripe when the event's object carries no ids of ours. Null when Stripe has no
 * such object.
 */
export interface Lookup {
  paymentIntent(id: string): Promise<Stripe.PaymentIntent | null>;
  /** As it is now, its customer expanded. */
  paymentMethod(id: string): Promise<Stripe.PaymentMethod | null>;
}

/** @throws BillingError GATEWAY_UNAVAILABLE, so that the event is sent again. */
export const lookup: Lookup = {
  paymentIntent: (id) => find(() => stripeClient().paymentIntents.retrieve(id)),
  paymentMethod: (id) => find(() => stripeClient().paymentMethods.retrieve(id, { expand: ['customer'] })),
};

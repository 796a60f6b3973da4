import type Stripe from 'stripe';
import { methodKept } from './method-kept';
import type { EventContext, Reading } from './reading';

/** A card is kept from now on: entered on a page of its own, or with a payment whose customer asked for it. */
export function paymentMethodAttached(method: Stripe.PaymentMethod, context: EventContext): Promise<Reading> {
  return methodKept(method.id, context);
}

import type Stripe from 'stripe';
import { methodKept } from './method-kept';
import type { EventContext, Reading } from './reading';

/** A kept card is another one by now: its bank has replaced it, or somebody has changed its month at Stripe. */
export function paymentMethodUpdated(method: Stripe.PaymentMethod, context: EventContext): Promise<Reading> {
  return methodKept(method.id, context);
}

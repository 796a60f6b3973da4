import type Stripe from 'stripe';
import { reading } from './reading';
import type { Reading } from './reading';

/** A card is kept no longer. Nothing on it says any more whose it was; one that we never stored is not found. */
export function paymentMethodDetached(method: Stripe.PaymentMethod): Reading {
  return reading({ kind: 'METHOD_REMOVED', gatewayMethodId: method.id });
}

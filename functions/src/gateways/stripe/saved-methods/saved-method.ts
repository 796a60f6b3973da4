import type Stripe from 'stripe';
import type { SavedMethod } from '../../gateway';

/** What we keep of a payment method: enough for its owner to know it again. */
export function savedMethod({ id, type, card, sepa_debit: debit }: Stripe.PaymentMethod): SavedMethod {
  return {
    gatewayMethodId: id,
    type,
    brand: card?.brand ?? null,
    lastFour: card?.last4 ?? debit?.last4 ?? null,
    expMonth: card?.exp_month ?? null,
    expYear: card?.exp_year ?? null,
  };
}

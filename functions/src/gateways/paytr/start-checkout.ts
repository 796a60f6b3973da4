import type { CheckoutSession } from '../../schema/payment';
import type { Checkout } from '../gateway';
import { cardForm } from './card-form';
import { transferForm } from './transfer-form';

/** Opens PayTR's form for a card, or the one for telling of a bank transfer. */
export function startCheckout(checkout: Checkout): Promise<CheckoutSession> {
  return checkout.method === 'bankTransfer' ? transferForm(checkout) : cardForm(checkout);
}

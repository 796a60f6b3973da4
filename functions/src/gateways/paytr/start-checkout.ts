import type { CheckoutSession } from '../../schema/payment';
import type { Checkout } from '../gateway';
import { cardForm } from './card-form';
import { keepsCards } from './config';
import { keepCardForm } from './keep-card-form';
import { transferForm } from './transfer-form';

/**
 * Opens PayTR's form for a card, or the one for telling of a bank transfer. A card that is to be kept is entered in ours,
 * which posts to PayTR: its own keeps none.
 */
export async function startCheckout(checkout: Checkout): Promise<CheckoutSession> {
  if (checkout.method === 'bankTransfer') return transferForm(checkout);
  return checkout.saveMethod && keepsCards() ? keepCardForm(checkout) : cardForm(checkout);
}

import type { PaymentMethod } from '../../schema/payment-method';
import type { Subscription } from '../../schema/subscription';
import { paysWith } from './pays-with';

/**
 * Whether a subscription will be charged to a card: it goes on, or an invoice of it is still open, and this is the card
 * that it pays with. One that ends with its period and owes nothing needs none any more.
 */
export function needsMethod(
  subscription: Pick<Subscription, 'status' | 'cancelAtPeriodEnd' | 'openInvoiceId' | 'paymentWay'>,
  method: Pick<PaymentMethod, 'isDefault'> & { readonly id: string },
): boolean {
  const { status, cancelAtPeriodEnd, openInvoiceId } = subscription;
  const isOver = status === 'CANCELLED' || (cancelAtPeriodEnd && openInvoiceId === null);
  return !isOver && paysWith(subscription, method);
}

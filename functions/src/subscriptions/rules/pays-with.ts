import type { PaymentMethod } from '../../schema/payment-method';
import type { Subscription } from '../../schema/subscription';

/** Whether a subscription is paid with a card of its customer: the one it names, or the default one. */
export function paysWith(
  { paymentWay }: Pick<Subscription, 'paymentWay'>,
  { id, isDefault }: Pick<PaymentMethod, 'isDefault'> & { readonly id: string },
): boolean {
  if (paymentWay.kind === 'LINK') return false;
  return paymentWay.paymentMethodId === null ? isDefault : paymentWay.paymentMethodId === id;
}

import { BillingError } from '../../platform/errors';
import type { PaymentMethod } from '../../schema/payment-method';

/**
 * A customer's card that is still kept.
 * @throws BillingError PAYMENT_METHOD_NOT_FOUND also for somebody else's: ids must not be guessable by probing.
 */
export function ownMethod(
  method: PaymentMethod | null,
  { userId, paymentMethodId }: { readonly userId: string; readonly paymentMethodId: string },
): PaymentMethod {
  if (method?.userId !== userId || method.removedAt !== null) {
    throw new BillingError('PAYMENT_METHOD_NOT_FOUND', { paymentMethodId });
  }
  return method;
}

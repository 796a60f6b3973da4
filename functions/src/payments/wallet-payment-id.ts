import { PAYMENT_ID_LENGTH, derivedId } from '../platform/ids';

/** The id of the wallet's part of a payment: known from the payment's, so that a repeat finds the same one. */
export function walletPaymentId(paymentId: string): string {
  return derivedId(PAYMENT_ID_LENGTH, 'walletPart', paymentId);
}

import type { Inquiry } from '../../gateways/gateway';
import type { Payment } from '../../schema/payment';

/** What a gateway is asked about a payment. */
export function inquiryOf(
  paymentId: string,
  payment: Pick<
    Payment,
    'userId' | 'invoiceIds' | 'currency' | 'amount' | 'gatewayCheckoutId' | 'gatewayPaymentId'
  >,
  end: boolean,
): Inquiry {
  const { userId, invoiceIds, currency, amount, gatewayCheckoutId, gatewayPaymentId } = payment;
  return { paymentId, userId, invoiceIds, currency, amount, gatewayCheckoutId, gatewayPaymentId, end };
}

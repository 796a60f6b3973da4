import type { Inquiry, InquiryAnswer } from '../gateway';
import { toMerchantOid } from './merchant-oid';
import { paidOrder, succeeded } from './status-inquiry';

/**
 * What became of a payment. The order number follows from our own ids, so PayTR can be asked even when its answer to
 * the checkout was lost.
 *
 * PayTR closes no form before its time: a payment that is ended while its form is still open may be paid after all,
 * and the notice of that then counts.
 */
export async function inquire(inquiry: Inquiry): Promise<InquiryAnswer> {
  const { paymentId, userId, invoiceIds, currency, gatewayPaymentId, gatewayCheckoutId, end } = inquiry;
  const merchantOid = gatewayPaymentId ?? gatewayCheckoutId ?? toMerchantOid(inquiry);
  const payment = { paymentId, owner: { userId, invoiceIds, currency } };
  const order = await paidOrder(merchantOid);
  if (order !== null) {
    return { fact: succeeded(order, { merchantOid, payment }), refundedTotal: order.refundedTotal };
  }
  return {
    fact: end ? { kind: 'PAYMENT_FAILED', payment, reason: 'ABANDONED', isFinal: true } : null,
    refundedTotal: null,
  };
}

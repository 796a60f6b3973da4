import type { Firestore } from 'firebase-admin/firestore';
import type { InquiryAnswer, PaymentFact } from '../gateways/gateway';
import { gatewayNamed } from '../gateways/registry';
import type { GatewayName, Payment } from '../schema/payment';
import { applyNews } from './apply-news';
import { inquiryOf } from './rules/inquiry-of';

/**
 * Asks a gateway what became of a payment and applies what it answers: how far the money has come, and what was sent
 * back of it.
 * @param end Whether the gateway closes a checkout that nobody has paid.
 * @throws BillingError GATEWAY_UNAVAILABLE
 */
export async function askGateway(
  db: Firestore,
  {
    paymentId,
    payment,
    end,
  }: { paymentId: string; payment: Payment & { gateway: GatewayName }; end: boolean },
  now: Date,
): Promise<InquiryAnswer> {
  const { gateway: name, userId, invoiceIds, currency, gatewayRefundedAmount } = payment;
  const gateway = await gatewayNamed(name);
  const answer = await gateway.inquire(inquiryOf(paymentId, payment, end));
  const apply = (fact: PaymentFact) => applyNews(db, { gateway: name, fact }, now);
  if (answer.fact !== null) await apply(answer.fact);
  const { refundedTotal } = answer;
  if (refundedTotal !== null && refundedTotal > gatewayRefundedAmount) {
    const reference = { paymentId, owner: { userId, invoiceIds, currency } };
    await apply({ kind: 'PAYMENT_REFUNDED', payment: reference, refundedTotal, currency });
  }
  return answer;
}

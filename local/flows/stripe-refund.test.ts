import { projectId } from '../../functions/src/testing/environment';
import { minorUnits } from '../../functions/src/core/money';
import type { RefundOrder } from '../../functions/src/gateways/gateway';
import { stripe } from '../../functions/src/gateways/stripe/adapter';
import { capturedLogs } from '../../functions/src/testing/captured-logs';
import type { AdapterHarness } from './stripe-adapter';
import { aCheckout, aPaidCheckout, referenceOf, startAdapter } from './stripe-adapter';

let standIn: AdapterHarness;
beforeAll(async () => {
  standIn = await startAdapter();
});
afterAll(() => standIn.close());

async function aPaidPayment() {
  const checkout = aCheckout();
  const gatewayPaymentId = await aPaidCheckout(standIn, checkout);
  const { paymentId, currency } = checkout;
  const order = (refundId: string, amount: number): RefundOrder => ({
    refundId: `${refundId}_${paymentId}`,
    paymentId,
    gatewayPaymentId,
    amount: minorUnits(amount),
    currency,
  });
  return { checkout, gatewayPaymentId, order };
}

test('two parts, and what the webhooks say of them', async () => {
  const { checkout, order } = await aPaidPayment();
  const first = await stripe.refund(order('refundA', 4_000));
  expect(first).toEqual({ gatewayRefundId: expect.stringMatching(/^re_/) as string, refundedTotal: 4_000 });
  expect(await standIn.dashboard.refunds.retrieve(first.gatewayRefundId ?? '')).toMatchObject({
    metadata: {
      project: projectId,
      paymentId: checkout.paymentId,
      refundId: `refundA_${checkout.paymentId}`,
    },
  });
  expect((await stripe.refund(order('refundB', 8_000))).refundedTotal).toBe(12_000);

  const facts = (await standIn.eventsOf('charge.refunded')).map(({ fact }) => fact);
  const payment = referenceOf(checkout);
  expect(facts).toEqual([
    { kind: 'PAYMENT_REFUNDED', payment, refundedTotal: 4_000, currency: 'EUR' },
    { kind: 'PAYMENT_REFUNDED', payment, refundedTotal: 12_000, currency: 'EUR' },
  ]);
});

test('the same refund again, and after an answer that got lost: once', async () => {
  const { order, gatewayPaymentId } = await aPaidPayment();
  // One more than the official client's retries.
  await standIn.control('faults', { api: { fail: 3, status: 'drop', after: true } });
  await expect(stripe.refund(order('refundA', 4_000))).rejects.toMatchObject({
    code: 'GATEWAY_RESULT_UNKNOWN',
  });
  const answer = await stripe.refund(order('refundA', 4_000));
  expect(answer.refundedTotal).toBe(4_000);
  expect(await stripe.refund(order('refundA', 4_000))).toEqual(answer);
  const intent = await standIn.dashboard.paymentIntents.retrieve(gatewayPaymentId, {
    expand: ['latest_charge'],
  });
  expect(intent.latest_charge).toMatchObject({ amount_refunded: 4_000 });
});

test('more than is left is a no, with Stripe’s reason, and a line in the log', async () => {
  const { order } = await aPaidPayment();
  capturedLogs.length = 0;
  await expect(stripe.refund(order('refundA', 12_001))).rejects.toMatchObject({
    code: 'REFUND_DECLINED',
    facts: { message: expect.stringContaining('greater than') as string },
  });
  expect(capturedLogs).toMatchObject([
    { message: 'gateway refused', fields: { reason: 'StripeInvalidRequestError amount' } },
  ]);
  await stripe.refund(order('refundB', 12_000));
  await expect(stripe.refund(order('refundC', 1))).rejects.toMatchObject({
    code: 'REFUND_DECLINED',
    facts: { code: 'charge_already_refunded' },
  });
});

test('a disputed payment is not refunded on top', async () => {
  const { order, gatewayPaymentId } = await aPaidPayment();
  await standIn.control('dispute', { payment_intent: gatewayPaymentId });
  await expect(stripe.refund(order('refundA', 4_000))).rejects.toMatchObject({
    code: 'REFUND_DECLINED',
    facts: { code: 'charge_disputed' },
  });
});

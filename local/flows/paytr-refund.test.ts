import '../../functions/src/testing/environment';
import { minorUnits } from '../../functions/src/core/money';
import { paytr } from '../../functions/src/gateways/paytr/adapter';
import { toMerchantOid } from '../../functions/src/gateways/paytr/merchant-oid';
import { pay } from '../paytr/customer';
import type { TestCard } from '../paytr/test-cards';
import { testCards } from '../paytr/test-cards';
import type { AdapterHarness } from './paytr-adapter';
import {
  aCheckout,
  aPaidCheckout,
  aRefundId,
  inquiryOf,
  referenceOf,
  startAdapter,
  whileDown,
} from './paytr-adapter';

let standIn: AdapterHarness;
let now: Date;
beforeEach(async () => {
  now = new Date('2026-03-10T10:00:00Z');
  standIn = await startAdapter({ now: () => now });
});
afterEach(() => standIn.close());

async function aSale(card: TestCard = testCards.visa) {
  const checkout = aCheckout();
  const gatewayPaymentId = await aPaidCheckout(standIn, checkout, { card });
  const order = (amount: number, refundId = aRefundId()) => ({
    refundId,
    paymentId: checkout.paymentId,
    gatewayPaymentId,
    amount: minorUnits(amount),
    currency: 'TRY',
  });
  const refunded = async () => (await paytr.inquire(inquiryOf(checkout))).refundedTotal;
  return { checkout, order, refunded };
}

test('in two parts, each under its own name', async () => {
  const { order, refunded } = await aSale();
  const first = order(4_005);
  expect(await paytr.refund(first)).toEqual({ gatewayRefundId: first.refundId, refundedTotal: null });
  await paytr.refund(order(7_995));
  expect(await refunded()).toBe(12_000);
});

test('more than is left is a no, with PayTR’s reason', async () => {
  const { order, refunded } = await aSale();
  await expect(paytr.refund(order(12_001))).rejects.toMatchObject({
    code: 'REFUND_DECLINED',
    facts: { code: '009', message: 'Iade tutari kalan tutardan fazla' },
  });
  expect(await refunded()).toBe(0);
});

test('a balance that is too low', async () => {
  const { order } = await aSale(testCards.refundNoBalance);
  await expect(paytr.refund(order(100))).rejects.toMatchObject({
    code: 'REFUND_DECLINED',
    facts: { code: '010' },
  });
});

test('a payment of more than a year ago', async () => {
  const { order } = await aSale();
  now = new Date('2027-03-11T10:00:00Z');
  await expect(paytr.refund(order(100))).rejects.toMatchObject({
    code: 'REFUND_DECLINED',
    facts: { code: '011' },
  });
});

test('a payment whose notice we have not answered yet', async () => {
  standIn.paytr.deliverer.setFaults({ hold: true });
  const checkout = aCheckout();
  await pay((await paytr.startCheckout(checkout)).url, { card: testCards.visa });
  const order = {
    refundId: aRefundId(),
    paymentId: checkout.paymentId,
    gatewayPaymentId: toMerchantOid(checkout),
    amount: minorUnits(100),
    currency: 'TRY',
  };
  await expect(paytr.refund(order)).rejects.toMatchObject({
    code: 'REFUND_DECLINED',
    facts: { code: '007' },
  });
});

test('“later” is no answer: nothing may have been done, or all', async () => {
  const { order, refunded } = await aSale(testCards.refundRetryLater);
  const again = order(100);
  await expect(paytr.refund(again)).rejects.toMatchObject({ code: 'GATEWAY_RESULT_UNKNOWN' });
  expect(await refunded()).toBe(0);
  await paytr.refund(again);
  expect(await refunded()).toBe(100);
});

test('an answer that got lost: PayTR’s books tell that it was made', async () => {
  const { checkout, order, refunded } = await aSale(testCards.refundAnswerLost);
  await expect(paytr.refund(order(100))).rejects.toMatchObject({ code: 'GATEWAY_RESULT_UNKNOWN' });
  expect(await refunded()).toBe(100);
  expect(await paytr.inquire(inquiryOf(checkout))).toMatchObject({
    fact: { payment: referenceOf(checkout) },
  });
});

test('PayTR out of reach is no answer', async () => {
  const { order } = await aSale();
  await expect(whileDown(() => paytr.refund(order(100)))).rejects.toMatchObject({
    code: 'GATEWAY_RESULT_UNKNOWN',
  });
});

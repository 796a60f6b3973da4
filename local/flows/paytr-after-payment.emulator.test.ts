import '../../functions/src/testing/environment';
import { randomUUID } from 'node:crypto';
import { addDays, dayOf } from '../../functions/src/core/calendar';
import { compareDay } from '../../functions/src/finance/compare-day';
import { payment } from '../../functions/src/index';
import { checkPayment } from '../../functions/src/payments/check-payment';
import { firestore } from '../../functions/src/platform/firestore';
import type { Difference } from '../../functions/src/schema/difference';
import type { Refund } from '../../functions/src/schema/refund';
import { call, finance, refusal, signedIn } from '../../functions/src/testing/calls';
import {
  aCustomer,
  anIssuedInvoice,
  checkEverything,
  storedInvoice,
  storedPayment,
} from '../../functions/src/testing/world';
import type { CardEntry } from '../paytr/customer';
import { pay, settleTransfer, tellOfTransfer } from '../paytr/customer';
import type { Paytr } from '../paytr/server';
import { testCards } from '../paytr/test-cards';
import type { Wired } from './gateways';
import { wirePaytr } from './gateways';
import { refundInPanel } from './paytr-adapter';
import { checkoutOf, journalOf } from './paytr-customer';

/** What happens to a payment once its customer has left PayTR's form. */

const db = firestore();
const HOUR_MS = 60 * 60_000;
let paytr: Wired<Paytr>;
let userId: string;
let invoiceId: string;

beforeAll(async () => {
  paytr = await wirePaytr();
});
afterAll(() => paytr.close());
beforeEach(async () => {
  userId = await aCustomer();
  invoiceId = await anIssuedInvoice(userId);
});
afterEach(checkEverything);

async function paid(entry: CardEntry = { card: testCards.visa }): Promise<string> {
  const { paymentId, url } = await checkoutOf(userId, [invoiceId]);
  await pay(url, entry);
  await paytr.settled();
  return paymentId;
}

const refund = (paymentId: string, amount?: number, requestId: string = randomUUID()) =>
  call(
    payment.refund,
    {
      requestId,
      paymentId,
      destination: 'GATEWAY',
      reason: 'Müşteri vazgeçti',
      ...(amount === undefined ? {} : { amount }),
    },
    finance,
  );

const hoursLater = (hours: number) => new Date(Date.now() + hours * HOUR_MS);

async function refundsOf(paymentId: string): Promise<Pick<Refund, 'status' | 'amount' | 'origin'>[]> {
  const { docs } = await db.collection('refunds').where('paymentId', '==', paymentId).get();
  return docs
    .map((doc) => doc.data() as Refund)
    .map(({ status, amount, origin }) => ({ status, amount, origin }))
    .sort((one, other) => one.amount - other.amount);
}

test('three installments, what stands in the journal', async () => {
  const paymentId = await paid({ card: testCards.mastercard, instalments: 3 });
  expect(await storedPayment(paymentId)).toMatchObject({ amount: 12_000, surcharge: 652, installment: 3 });
  expect(await journalOf(`payment_${paymentId}`)).toEqual([
    ['cash.paytr', 12_652, 0],
    ['receivables', 0, 12_000],
    ['installmentSurcharge', 0, 652],
  ]);
});

test('refunds by finance: a part, then the rest', async () => {
  const paymentId = await paid();
  expect(await refund(paymentId, 4_000)).toMatchObject({ status: 'SUCCEEDED' });
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'SUCCEEDED', gatewayRefundedAmount: 4_000 });
  expect(await refund(paymentId)).toMatchObject({ status: 'SUCCEEDED' });
  expect(await storedPayment(paymentId)).toMatchObject({
    status: 'REFUNDED',
    gatewayRefundedAmount: 12_000,
    pendingRefund: null,
  });
  expect(await storedInvoice(invoiceId)).toMatchObject({ amountCredited: 12_000, amountDue: 0 });
});

test('PayTR’s no, and its reason', async () => {
  const paymentId = await paid({ card: testCards.refundNoBalance });
  expect(await refusal(refund(paymentId))).toMatchObject({ code: 'REFUND_DECLINED' });
  const { docs } = await db.collection('refunds').where('paymentId', '==', paymentId).get();
  expect(docs.map((doc) => doc.data())).toMatchObject([
    { status: 'FAILED', failure: { code: '010', message: 'Magaza bakiyesi iade icin yetersiz' } },
  ]);
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'SUCCEEDED', pendingRefund: null });
});

test('an answer that got lost: the check finds the refund made, and nothing is sent back twice', async () => {
  const paymentId = await paid({ card: testCards.refundAnswerLost });
  const requestId = randomUUID();
  expect(await refusal(refund(paymentId, 4_000, requestId))).toMatchObject({
    code: 'GATEWAY_RESULT_UNKNOWN',
  });
  // The same wish a moment later waits for the first call.
  expect(await refund(paymentId, 4_000, requestId)).toMatchObject({ status: 'PENDING' });

  await checkPayment(db, paymentId, hoursLater(1.1));
  expect(await storedPayment(paymentId)).toMatchObject({
    gatewayRefundedAmount: 4_000,
    pendingRefund: null,
    nextCheckAt: null,
  });
  expect(await refund(paymentId, 4_000, requestId)).toMatchObject({ status: 'SUCCEEDED' });
  expect(await refundsOf(paymentId)).toEqual([{ status: 'SUCCEEDED', amount: 4_000, origin: 'FINANCE' }]);
});

test('“later”: the check finds nothing made, so that it can be ordered anew', async () => {
  const paymentId = await paid({ card: testCards.refundRetryLater });
  expect(await refusal(refund(paymentId))).toMatchObject({ code: 'GATEWAY_RESULT_UNKNOWN' });
  await checkPayment(db, paymentId, hoursLater(1.1));
  expect(await refundsOf(paymentId)).toEqual([{ status: 'FAILED', amount: 12_000, origin: 'FINANCE' }]);
  expect(await refund(paymentId)).toMatchObject({ status: 'SUCCEEDED' });
});

test('a refund from PayTR’s panel beside one of ours: the check finds both', async () => {
  const paymentId = await paid({ card: testCards.refundAnswerLost });
  const { gatewayPaymentId } = await storedPayment(paymentId);
  expect(await refusal(refund(paymentId, 4_000))).toMatchObject({ code: 'GATEWAY_RESULT_UNKNOWN' });
  await refundInPanel(paytr.gateway, gatewayPaymentId ?? '', '25.50');
  await checkPayment(db, paymentId, hoursLater(1.1));
  expect(await storedPayment(paymentId)).toMatchObject({ gatewayRefundedAmount: 6_550, pendingRefund: null });
  expect(await refundsOf(paymentId)).toEqual([
    { status: 'SUCCEEDED', amount: 2_550, origin: 'GATEWAY' },
    { status: 'SUCCEEDED', amount: 4_000, origin: 'FINANCE' },
  ]);
});

describe('the report of a day', () => {
  /** The day of the payment; PayTR's report of it is compared two days later. */
  const compare = (day: string) => compareDay(db, 'paytr', day, hoursLater(48));
  const differencesOf = async (paymentId: string) => {
    const { docs } = await db.collection('differences').where('paymentId', '==', paymentId).get();
    return docs.map((doc) => doc.data() as Difference);
  };

  test('agrees, and its fees are booked', async () => {
    const day = dayOf(new Date());
    const single = await paid();
    invoiceId = await anIssuedInvoice(userId);
    const inThree = await paid({ card: testCards.mastercard, instalments: 3 });
    await refund(single, 4_000);
    await compare(day);
    await compare(addDays(day, 1));
    expect(await differencesOf(single)).toEqual([]);
    expect(await differencesOf(inThree)).toEqual([]);
    expect(await storedPayment(single)).toMatchObject({ fee: 359 });
    // The stand-in's 2.99 %, and what the bank takes for installments.
    expect(await storedPayment(inThree)).toMatchObject({ fee: 359 + 652 });
    expect(await journalOf(`fee_${inThree}`)).toEqual([
      ['gatewayFees', 1_011, 0],
      ['cash.paytr', 0, 1_011],
    ]);
  });

  test('shows a refund that was made in the panel', async () => {
    const day = dayOf(new Date());
    const paymentId = await paid();
    const { gatewayPaymentId } = await storedPayment(paymentId);
    await refundInPanel(paytr.gateway, gatewayPaymentId ?? '', '25.50');
    await compare(day);
    await compare(addDays(day, 1));
    expect(await differencesOf(paymentId)).toMatchObject([
      { gateway: 'paytr', kind: 'REFUND_DIFFERS', ours: 0, theirs: 2_550, currency: 'TRY' },
    ]);
  });
});

test('a notice that never came: the check asks, and the invoice is paid', async () => {
  const { paymentId, url } = await checkoutOf(userId, [invoiceId]);
  await paytr.control('faults', { drop: 1 });
  await pay(url, { card: testCards.mastercard, instalments: 3 });
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'PENDING' });
  await checkPayment(db, paymentId, hoursLater(1));
  expect(await storedPayment(paymentId)).toMatchObject({
    status: 'SUCCEEDED',
    surcharge: 652,
    installment: 3,
    nextCheckAt: null,
  });
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID' });
});

test('a form that nobody filled in: the check ends the payment; paid after all, the money counts', async () => {
  const { paymentId, url } = await checkoutOf(userId, [invoiceId]);
  await checkPayment(db, paymentId, hoursLater(0.5));
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'PENDING' });
  await checkPayment(db, paymentId, hoursLater(1));
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'FAILED', failureReason: 'ABANDONED' });

  await pay(url, { card: testCards.visa });
  await paytr.settled();
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'SUCCEEDED', failureReason: null });
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID' });
});

describe('a bank transfer', () => {
  const transfer = () => checkoutOf(userId, [invoiceId], { method: 'bankTransfer' });

  test('arrives days after it was told of', async () => {
    const { paymentId, kind, gateway, url } = await transfer();
    expect({ kind, gateway }).toEqual({ kind: 'IFRAME', gateway: 'paytr' });
    await tellOfTransfer(url);
    // Three days later it is still waited for.
    await checkPayment(db, paymentId, hoursLater(72));
    expect(await storedPayment(paymentId)).toMatchObject({ status: 'PENDING' });
    await settleTransfer(url, 'arrives');
    await paytr.settled();
    expect(await storedPayment(paymentId)).toMatchObject({
      status: 'SUCCEEDED',
      surcharge: 0,
      installment: 1,
    });
    expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
  });

  test('is not found', async () => {
    const { paymentId, url } = await transfer();
    await tellOfTransfer(url);
    await settleTransfer(url, 'misses');
    await paytr.settled();
    expect(await storedPayment(paymentId)).toMatchObject({
      status: 'FAILED',
      failureReason: 'TRANSFER_MISSING',
    });
  });

  test('that nobody tells of ends after a week', async () => {
    const { paymentId } = await transfer();
    await checkPayment(db, paymentId, hoursLater(7 * 24 + 1));
    expect(await storedPayment(paymentId)).toMatchObject({ status: 'FAILED', failureReason: 'ABANDONED' });
  });

  test('in euro is refused before anything is stored', async () => {
    const customer = await aCustomer({ country: 'DE', currency: 'EUR' });
    const inEuro = await anIssuedInvoice(customer);
    const refused = refusal(
      call(
        payment.checkout,
        { attemptId: randomUUID(), invoiceIds: [inEuro], method: 'bankTransfer' },
        signedIn(customer),
      ),
    );
    expect(await refused).toMatchObject({ code: 'CURRENCY_UNSUPPORTED' });
  });
});

import '../../testing/environment';
import { webhooks } from '../../index';
import { firestore } from '../../platform/firestore';
import type { Payment } from '../../schema/payment';
import { deliver as deliverCallback, paytrCallback } from '../../testing/callbacks';
import type { Served } from '../../testing/http';
import { serve } from '../../testing/http';
import type { NoticeFields } from '../../testing/paytr-notice';
import { aFailureNotice, aSaleNotice, noticeHash } from '../../testing/paytr-notice';
import {
  aCustomer,
  anIssuedInvoice,
  aPendingPayment,
  checkEverything,
  NOW,
  stopClock,
} from '../../testing/world';
import { toMerchantOid } from './merchant-oid';

const db = firestore();
const STAMPS = { createdAt: NOW, updatedAt: NOW };
let server: Served;

beforeAll(async () => {
  stopClock();
  server = await serve(webhooks.paytr);
});
afterAll(() => server.close());
afterEach(checkEverything);

/** A customer whose payment of an invoice over 120,00 waits for PayTR. */
async function aScene(payment: Partial<Payment> = {}) {
  const userId = await aCustomer();
  const invoiceId = await anIssuedInvoice(userId);
  const paymentId = await aPendingPayment(userId, invoiceId, { gateway: 'paytr', ...payment });
  const merchant_oid = toMerchantOid({ paymentId, userId, invoiceIds: [invoiceId], currency: 'TRY' });
  return { userId, invoiceId, paymentId, merchant_oid };
}

const deliver = (fields: NoticeFields) => deliverCallback(db, server.url, paytrCallback(fields));

const record = (type: string, paymentId: string, digest: string, what: object) => ({
  gateway: 'paytr',
  type,
  receivedAt: NOW,
  occurredAt: NOW,
  outcome: 'APPLIED',
  error: null,
  paymentId,
  gatewayReason: null,
  payloadDigest: digest,
  acknowledgement: null,
  ...STAMPS,
  ...what,
});

test('a sale in 3 installments: every document it writes', async () => {
  const { userId, invoiceId, paymentId, merchant_oid } = await aScene();
  const notice = aSaleNotice({ merchant_oid, total_amount: '12652', installment_count: '3' });
  const { before, answer, changed, digest } = await deliver(notice);
  expect(answer).toEqual({ status: 200, body: 'OK' });
  expect(changed).toEqual({
    [`gatewayEvents/paytr_${merchant_oid}_success`]: record('success', paymentId, digest, {
      result: 'PAYMENT_SUCCEEDED',
    }),
    [`payments/${paymentId}`]: {
      ...before.get(`payments/${paymentId}`),
      status: 'SUCCEEDED',
      gatewayPaymentId: merchant_oid,
      paytrHash: noticeHash(notice),
      installment: 3,
      surcharge: 652,
      allocations: [{ invoiceId, amount: 12_000, refundedAmount: 0, allocatedAt: NOW }],
      checkout: null,
      processedAt: NOW,
      nextCheckAt: null,
      updatedAt: NOW,
    },
    [`invoices/${invoiceId}`]: {
      ...before.get(`invoices/${invoiceId}`),
      status: 'PAID',
      amountPaid: 12_000,
      amountDue: 0,
      paidAt: NOW,
      updatedAt: NOW,
    },
    [`journal/payment_${paymentId}`]: {
      date: NOW,
      kind: 'PAYMENT_RECEIVED',
      currency: 'TRY',
      refs: { invoiceIds: [invoiceId], paymentId },
      lines: [
        { account: 'cash.paytr', debit: 12_652, credit: 0 },
        { account: 'receivables', debit: 0, credit: 12_000 },
        { account: 'installmentSurcharge', debit: 0, credit: 652 },
      ],
      ...STAMPS,
    },
    [`events/invoice.paid_${invoiceId}`]: {
      type: 'invoice.paid',
      occurredAt: NOW,
      invoiceId,
      userId,
      organizationId: null,
      amount: 12_000,
      currency: 'TRY',
      ...STAMPS,
    },
  });
});

test('a refusal: every document it writes', async () => {
  const { paymentId, merchant_oid } = await aScene();
  const { before, answer, changed, digest } = await deliver(aFailureNotice({ merchant_oid }));
  expect(answer).toEqual({ status: 200, body: 'OK' });
  expect(changed).toEqual({
    [`gatewayEvents/paytr_${merchant_oid}_failed_0`]: record('failed', paymentId, digest, {
      result: 'PAYMENT_FAILED',
      gatewayReason: { code: '0', message: 'Kart limiti yetersiz' },
    }),
    [`payments/${paymentId}`]: {
      ...before.get(`payments/${paymentId}`),
      status: 'FAILED',
      failureReason: 'FUNDS',
      failedAt: NOW,
      checkout: null,
      processedAt: NOW,
      nextCheckAt: null,
      updatedAt: NOW,
    },
  });
});

test('a sale after a refusal is taken', async () => {
  const { invoiceId, merchant_oid } = await aScene();
  await deliver(aFailureNotice({ merchant_oid }));
  const { answer, changed } = await deliver(aSaleNotice({ merchant_oid }));
  expect(answer).toEqual({ status: 200, body: 'OK' });
  expect(changed[`invoices/${invoiceId}`]).toMatchObject({ status: 'PAID' });
});

test('a refusal after a sale is acknowledged and changes nothing', async () => {
  const { merchant_oid } = await aScene();
  await deliver(aSaleNotice({ merchant_oid }));
  const { answer, changed } = await deliver(aFailureNotice({ merchant_oid }));
  expect(answer).toEqual({ status: 200, body: 'OK' });
  expect(changed).toEqual({
    [`gatewayEvents/paytr_${merchant_oid}_failed_0`]: expect.objectContaining({
      outcome: 'IGNORED',
      result: 'ALREADY_SUCCEEDED',
    }) as unknown,
  });
});

test('an order of another shop is acknowledged and recorded', async () => {
  const { answer, changed } = await deliver(aSaleNotice({ merchant_oid: 'ORDER42' }));
  expect(answer).toEqual({ status: 200, body: 'OK' });
  expect(changed).toEqual({
    'gatewayEvents/paytr_ORDER42_success': expect.objectContaining({
      outcome: 'IGNORED',
      result: 'NOT_OURS',
      paymentId: null,
    }) as unknown,
  });
});

test('a uid that does not fit into an order number', async () => {
  const { invoiceId, paymentId } = await aScene();
  const { answer, changed } = await deliver(aSaleNotice({ merchant_oid: `${paymentId}0` }));
  expect(answer).toEqual({ status: 200, body: 'OK' });
  expect(changed[`invoices/${invoiceId}`]).toMatchObject({ status: 'PAID' });
});

describe('PayTR signs order number, status and total alone; the rest must agree with the payment', () => {
  test.each<[string, NoticeFields, string]>([
    ['another price, the total as it was', { payment_amount: '11000' }, 'AMOUNT_MISMATCH'],
    ['a total below the price', { total_amount: '11999' }, 'AMOUNT_MISMATCH'],
    ['another currency', { currency: 'EUR' }, 'AMOUNT_MISMATCH'],
    ['live money for a test payment', { test_mode: '0' }, 'TEST_MODE_MISMATCH'],
  ])('%s: not taken, and PayTR sends it again', async (_edge, change, error) => {
    const { merchant_oid } = await aScene();
    const { answer, changed } = await deliver(aSaleNotice({ merchant_oid, ...change }));
    expect(answer.status).toBe(500);
    expect(changed).toEqual({
      [`gatewayEvents/paytr_${merchant_oid}_success`]: expect.objectContaining({
        outcome: 'FAILED',
        error,
      }) as unknown,
    });
    // The true notice is still taken.
    expect((await deliver(aSaleNotice({ merchant_oid }))).answer.status).toBe(200);
  });

  test('a sale that does not say what was paid waits for PayTR’s books', async () => {
    const { merchant_oid } = await aScene();
    const notice = Object.entries(aSaleNotice({ merchant_oid })).filter(
      ([name]) => name !== 'payment_amount',
    );
    const { answer, changed } = await deliver(Object.fromEntries(notice));
    expect(answer.status).toBe(503);
    expect(changed).toEqual({});
  });
});

describe('the customer’s token at PayTR', () => {
  const identity = (paytrUserToken: string, stripeCustomerId: string | null = null) => ({
    paytrUserToken,
    stripeCustomerId,
    defaultPaymentMethodId: null,
    ...STAMPS,
  });

  test('comes with the first payment whose card PayTR keeps, and stays', async () => {
    const { userId, merchant_oid } = await aScene();
    const path = `users/${userId}/private/gateway`;
    const first = await deliver(aSaleNotice({ merchant_oid, utoken: 'u-1' }));
    expect(first.changed[path]).toEqual(identity('u-1'));

    const again = await aScene();
    await db.doc(`users/${again.userId}/private/gateway`).set(identity('u-1', 'cus_1'));
    const second = await deliver(aSaleNotice({ merchant_oid: again.merchant_oid, utoken: 'u-2' }));
    expect(second.answer.status).toBe(200);
    expect(second.changed[`users/${again.userId}/private/gateway`]).toBeUndefined();
  });

  test('is kept beside what Stripe calls the customer', async () => {
    const { userId, merchant_oid } = await aScene();
    const path = `users/${userId}/private/gateway`;
    await db.doc(path).set({ ...identity('', 'cus_1'), paytrUserToken: null });
    const { changed } = await deliver(aSaleNotice({ merchant_oid, utoken: 'u-1' }));
    expect(changed[path]).toEqual(identity('u-1', 'cus_1'));
  });
});

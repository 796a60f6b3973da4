import '../testing/environment';
import { randomUUID } from 'node:crypto';
import { minorUnits } from '../core/money';
import { payment } from '../index';
import { firestore } from '../platform/firestore';
import { admin, call, finance, refusal, signedIn } from '../testing/calls';
import { countCalls } from '../testing/count-calls';
import { changes, dump } from '../testing/documents';
import {
  aCustomer,
  aDraft,
  anIssuedInvoice,
  checkEverything,
  NOW,
  stopClock,
  storedInvoice,
} from '../testing/world';

const db = firestore();
const RECEIVED = new Date('2026-03-08T21:00:00Z');
let userId: string;

beforeAll(async () => {
  stopClock();
  userId = await aCustomer();
});
afterEach(checkEverything);

const request = (invoiceIds: readonly string[], override: object = {}) => ({
  requestId: randomUUID(),
  invoiceIds,
  amount: minorUnits(12_000),
  currency: 'TRY',
  receivedOn: '2026-03-09',
  reference: 'FT26068001',
  ...override,
});
const record = (...asked: Parameters<typeof request>) =>
  call(payment.recordBankTransfer, request(...asked), finance);

test('nobody but staff records money', async () => {
  const invoiceId = await anIssuedInvoice(userId);
  const before = await dump(db);
  for (const caller of [undefined, signedIn(userId)]) {
    const { code } = await refusal(call(payment.recordBankTransfer, request([invoiceId]), caller));
    expect(code).toBe(caller === undefined ? 'UNAUTHENTICATED' : 'PERMISSION_DENIED');
  }
  expect(changes(before, await dump(db))).toEqual({});
  await call(payment.recordBankTransfer, request([invoiceId]), admin);
});

test('one transfer for two invoices and something over', async () => {
  const first = await anIssuedInvoice(userId);
  const second = await anIssuedInvoice(userId);
  const before = await dump(db);
  const { paymentId, creditedToWallet } = await record([first, second], { amount: 25_000 });
  expect(creditedToWallet).toBe(1_000);

  const stamps = { createdAt: NOW, updatedAt: NOW };
  const written = changes(before, await dump(db));
  const [auditPath = ''] = Object.keys(written).filter((path) => path.startsWith('auditLog/'));
  const paidInvoice = (invoiceId: string) => ({
    ...before.get(`invoices/${invoiceId}`),
    amountPaid: 12_000,
    amountDue: 0,
    status: 'PAID',
    // The day it came, though it was recorded a day later.
    paidAt: RECEIVED,
    updatedAt: NOW,
  });
  const paidEvent = (invoiceId: string) => ({
    type: 'invoice.paid',
    occurredAt: NOW,
    invoiceId,
    userId,
    organizationId: null,
    amount: 12_000,
    currency: 'TRY',
    ...stamps,
  });
  expect(written).toEqual({
    [`payments/${paymentId}`]: {
      userId,
      organizationId: null,
      gateway: 'bank',
      gatewayPaymentId: 'FT26068001',
      gatewayCheckoutId: null,
      isTest: false,
      invoiceIds: [first, second],
      installment: 1,
      paytrHash: null,
      amount: 25_000,
      surcharge: 0,
      fee: 0,
      refundedAmount: 0,
      gatewayRefundedAmount: 0,
      pendingRefund: null,
      disputes: [],
      currency: 'TRY',
      status: 'SUCCEEDED',
      paymentMethodId: null,
      allocations: [
        { invoiceId: first, amount: 12_000, refundedAmount: 0, allocatedAt: NOW },
        { invoiceId: second, amount: 12_000, refundedAmount: 0, allocatedAt: NOW },
      ],
      creditedToWallet: 1_000,
      refundedFromWallet: 0,
      walletPart: null,
      partOf: null,
      checkout: null,
      metadata: {},
      failureReason: null,
      failedAt: null,
      processedAt: RECEIVED,
      openingUntil: null,
      nextCheckAt: null,
      ...stamps,
    },
    [`invoices/${first}`]: paidInvoice(first),
    [`invoices/${second}`]: paidInvoice(second),
    [`events/invoice.paid_${first}`]: paidEvent(first),
    [`events/invoice.paid_${second}`]: paidEvent(second),
    [`wallets/${userId}_TRY`]: { userId, currency: 'TRY', balance: 1_000, ...stamps },
    [`wallets/${userId}_TRY/entries/credit_${paymentId}`]: {
      userId,
      amount: 1_000,
      kind: 'TOP_UP',
      reason: 'OVERPAYMENT',
      paymentId,
      balanceAfter: 1_000,
      ...stamps,
    },
    [`journal/payment_${paymentId}`]: {
      date: RECEIVED,
      kind: 'PAYMENT_RECEIVED',
      currency: 'TRY',
      refs: { invoiceIds: [first, second], paymentId },
      lines: [
        { account: 'cash.bank', debit: 25_000, credit: 0 },
        { account: 'receivables', debit: 0, credit: 24_000 },
        { account: 'walletLiability', debit: 0, credit: 1_000 },
      ],
      ...stamps,
    },
    [auditPath]: {
      actorId: 'finance-1',
      actorRole: 'finance',
      action: 'payment.recordBankTransfer',
      subject: `payments/${paymentId}`,
      reason: null,
      ...stamps,
    },
  });
});

test('the same request, 20 times at once and once more, records the money once', async () => {
  const invoiceId = await anIssuedInvoice(userId);
  const asked = request([invoiceId], { amount: 5_000 });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => call(payment.recordBankTransfer, asked, finance)),
  );
  answers.push(await call(payment.recordBankTransfer, asked, finance));
  expect(new Set(answers.map(({ paymentId }) => paymentId)).size).toBe(1);
  expect(await storedInvoice(invoiceId)).toMatchObject({
    amountPaid: 5_000,
    amountDue: 7_000,
    status: 'PARTIAL',
  });
});

test('ten transfers at once for one invoice: it is paid, and the rest is in the wallet', async () => {
  const payer = await aCustomer();
  const invoiceId = await anIssuedInvoice(payer);
  const answers = await Promise.all(Array.from({ length: 10 }, () => record([invoiceId], { amount: 2_000 })));
  const credited = answers.reduce((sum, { creditedToWallet }) => sum + creditedToWallet, 0);
  expect(credited).toBe(8_000);
  expect(await storedInvoice(invoiceId)).toMatchObject({ amountPaid: 12_000, status: 'PAID' });
  expect((await db.doc(`wallets/${payer}_TRY`).get()).get('balance')).toBe(8_000);
});

describe('what cannot be recorded changes nothing', () => {
  test.each<[string, () => Promise<object>, string]>([
    [
      'an invoice that is not there',
      async () => request([await anIssuedInvoice(userId), 'unknown']),
      'INVOICE_NOT_FOUND',
    ],
    ['a draft', async () => request([await aDraft(userId)]), 'INVOICE_NOT_ISSUED'],
    [
      'invoices of two customers',
      async () => request([await anIssuedInvoice(userId), await anIssuedInvoice(await aCustomer())]),
      'INVOICES_DIFFER',
    ],
    [
      'another currency',
      async () => request([await anIssuedInvoice(userId)], { currency: 'EUR' }),
      'CURRENCY_MISMATCH',
    ],
    [
      'tomorrow',
      async () => request([await anIssuedInvoice(userId)], { receivedOn: '2026-03-11' }),
      'INVALID_REQUEST',
    ],
    ['nothing', async () => request([await anIssuedInvoice(userId)], { amount: 0 }), 'INVALID_REQUEST'],
    [
      'an invoice named twice',
      async () => {
        const invoiceId = await anIssuedInvoice(userId);
        return request([invoiceId, invoiceId]);
      },
      'INVALID_REQUEST',
    ],
  ])('%s', async (_edge, prepare, code) => {
    const asked = await prepare();
    const before = await dump(db);
    expect(await refusal(call(payment.recordBankTransfer, asked, finance))).toMatchObject({ code });
    expect(changes(before, await dump(db))).toEqual({});
  });
});

test('two round trips to read and one to write', async () => {
  const invoiceId = await anIssuedInvoice(userId);
  const calls = await countCalls(db, () => record([invoiceId]));
  expect(calls.map(({ method }) => method)).toEqual(['batchGetDocuments', 'batchGetDocuments', 'commit']);
});

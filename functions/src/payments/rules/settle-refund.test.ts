import fc from 'fast-check';
import { minorUnits } from '../../core/money';
import { anInvoice, anInvoiceItem } from '../../invoices/testing/invoice-factory';
import type { Payment } from '../../schema/payment';
import { aPayment } from '../../testing/factories';
import type { Documents } from '../../testing/documents';
import { applyWrites, inCollection } from '../../testing/documents';
import { thrownBy } from '../../testing/thrown-by';
import type { Refund } from '../../schema/refund';
import type { Counter } from '../../schema/counter';
import type { Invoice } from '../../schema/invoice';
import { paths } from '../../schema/paths';
import type { Wallet } from '../../schema/wallet';
import type { PaymentDocuments } from './apply-fact';
import { beginRefund } from './begin-refund';
import { answeredTotal, failRefund, settleRefund } from './settle-refund';

const NOW = new Date('2026-03-10T10:00:00Z');
const AT = new Date('2026-03-09T10:00:00Z');
const numbering = { prefix: 'HYB-CN', reset: 'never' } as const;
const actor = { uid: 'finance-1', role: 'finance', auditId: 'audit-1' };
const share = (amount: number) => ({
  invoiceId: 'invoice-1',
  amount: minorUnits(amount),
  refundedAmount: minorUnits(0),
  allocatedAt: AT,
});

/** 120,00 on an invoice, and 30,00 that were not owed in the wallet. */
const START: Documents = new Map<string, object>([
  [
    'invoices/invoice-1',
    anInvoice({
      status: 'PAID',
      invoiceNumber: 'HYB-202603-0001',
      items: [anInvoiceItem({ unitPrice: minorUnits(10_000) })],
    }),
  ],
  [
    'payments/payment-1',
    aPayment({
      status: 'SUCCEEDED',
      gatewayPaymentId: 'pi_1',
      amount: minorUnits(15_000),
      allocations: [share(12_000)],
      creditedToWallet: minorUnits(3_000),
      checkout: null,
      nextCheckAt: null,
    }),
  ],
  [
    'wallets/user-1_TRY',
    { userId: 'user-1', currency: 'TRY', balance: minorUnits(3_000), createdAt: AT, updatedAt: AT },
  ],
]);

function documentsOf(documents: Documents): PaymentDocuments {
  return {
    payment: documents.get('payments/payment-1') as Payment,
    invoices: [{ id: 'invoice-1', invoice: documents.get('invoices/invoice-1') as Invoice }],
    wallet: documents.get('wallets/user-1_TRY') as Wallet,
    counter: (documents.get(paths.creditNoteNumberCounter) ?? null) as Counter | null,
  };
}

function told(documents: Documents, refundedTotal: number): Documents {
  const news = { paymentId: 'payment-1', refundedTotal: minorUnits(refundedTotal), numbering };
  return applyWrites(documents, settleRefund(documentsOf(documents), news, NOW).writes, NOW);
}

function ordered(
  documents: Documents,
  refundId: string,
  amount: number | undefined,
  override: object = {},
  now = NOW,
) {
  const request = {
    requestId: 'r',
    paymentId: 'payment-1',
    ...(amount === undefined ? {} : { amount: minorUnits(amount) }),
    destination: 'GATEWAY' as const,
    reason: 'Müşteri vazgeçti',
    ...override,
  };
  const refund = (documents.get(`refunds/${refundId}`) ?? null) as Refund | null;
  const command = { refundId, request, numbering, actor: { ...actor, auditId: `audit-${refundId}` } };
  const decision = beginRefund({ ...documentsOf(documents), refund }, command, now);
  return { documents: applyWrites(documents, decision.writes, now), ...decision.result };
}

function summary(documents: Documents) {
  const { payment, invoices, wallet } = documentsOf(documents);
  return {
    status: payment.status,
    refunded: [payment.refundedAmount, payment.gatewayRefundedAmount],
    wallet: wallet?.balance,
    invoice: invoices.map(({ invoice }) => [
      invoice.status,
      invoice.amountPaid,
      invoice.amountCredited,
      invoice.amountDue,
    ])[0],
    refunds: inCollection<Refund>(documents, 'refunds/*').map(({ status, amount, origin }) => [
      status,
      amount,
      origin,
    ]),
    creditNotes: inCollection<{ total: number }>(documents, 'creditNotes/*').map(({ total }) => total),
  };
}

test('an invoice that was paid in part and got all of it refunded waits again for the rest', () => {
  const invoice = START.get('invoices/invoice-1') as Invoice;
  const payment = START.get('payments/payment-1') as Payment;
  const inPart = new Map(START)
    .set('invoices/invoice-1', {
      ...invoice,
      status: 'PARTIAL',
      amountPaid: minorUnits(4_000),
      amountDue: minorUnits(8_000),
    })
    .set('payments/payment-1', {
      ...payment,
      amount: minorUnits(4_000),
      allocations: [share(4_000)],
      creditedToWallet: minorUnits(0),
    });
  expect(summary(told(inPart, 1_000)).invoice).toEqual(['PARTIAL', 3_000, 1_000, 8_000]);
  expect(summary(told(inPart, 4_000)).invoice).toEqual(['PENDING', 0, 4_000, 8_000]);
});

test('from the gateway’s panel: wallet first, the invoice after it, with a credit note', () => {
  expect(summary(told(START, 5_000))).toEqual({
    status: 'SUCCEEDED',
    refunded: [5_000, 5_000],
    wallet: 0,
    invoice: ['PAID', 10_000, 2_000, 0],
    refunds: [['SUCCEEDED', 5_000, 'GATEWAY']],
    creditNotes: [2_000],
  });
});

test('all of it: REFUNDED, nothing due, nothing in the wallet', () => {
  expect(summary(told(START, 15_000))).toMatchObject({
    status: 'REFUNDED',
    wallet: 0,
    invoice: ['PAID', 0, 12_000, 0],
  });
});

test('more than came: the wallet owes the rest', () => {
  expect(summary(told(START, 16_000))).toMatchObject({
    status: 'REFUNDED',
    refunded: [16_000, 16_000],
    wallet: -1_000,
  });
});

describe('of a refund that finance ordered', () => {
  const { documents: PENDING, status, order } = ordered(START, 'refund-1', 4_000);

  test('the intent takes what comes out of the wallet at once, so that it cannot be spent meanwhile', () => {
    expect({ status, order }).toEqual({
      status: 'PENDING',
      order: { gateway: 'stripe', gatewayPaymentId: 'pi_1', amount: 4_000, currency: 'TRY' },
    });
    expect(summary(PENDING)).toEqual({
      ...summary(START),
      wallet: 0,
      refunds: [['PENDING', 4_000, 'FINANCE']],
    });
    expect(PENDING.get('payments/payment-1')).toMatchObject({
      pendingRefund: { refundId: 'refund-1', amount: 4_000, fromWallet: 3_000, orderedAt: NOW },
    });
    expect(PENDING.get('journal/hold_refund-1')?.lines).toEqual([
      { account: 'walletLiability', debit: 3_000, credit: 0 },
      { account: 'walletHolds', debit: 0, credit: 3_000 },
    ]);
    expect(PENDING.get('wallets/user-1_TRY/entries/hold_refund-1')).toMatchObject({
      amount: -3_000,
      kind: 'REFUND',
      reason: 'GATEWAY_REFUND',
      balanceAfter: 0,
    });
  });

  test('the news settles it, with its reason on the credit note', () => {
    const settled = told(PENDING, 4_000);
    expect(summary(settled)).toEqual({
      status: 'SUCCEEDED',
      refunded: [4_000, 4_000],
      wallet: 0,
      invoice: ['PAID', 11_000, 1_000, 0],
      refunds: [['SUCCEEDED', 4_000, 'FINANCE']],
      creditNotes: [1_000],
    });
    expect(inCollection<{ reason: string }>(settled, 'creditNotes/*')[0]?.reason).toBe('Müşteri vazgeçti');
    expect(settled.get('payments/payment-1')).toMatchObject({
      pendingRefund: null,
      nextCheckAt: null,
      refundedFromWallet: 3_000,
    });
    expect(settled.get('journal/refund_refund-1')?.lines).toEqual([
      { account: 'receivables', debit: 1_000, credit: 0 },
      { account: 'walletHolds', debit: 3_000, credit: 0 },
      { account: 'cash.stripe', debit: 0, credit: 4_000 },
    ]);
  });

  test('together with one from the panel, each is booked', () => {
    expect(summary(told(PENDING, 9_000)).refunds).toEqual([
      ['SUCCEEDED', 4_000, 'FINANCE'],
      ['SUCCEEDED', 5_000, 'GATEWAY'],
    ]);
  });

  test('news of less is from the panel, and it still waits', () => {
    expect(summary(told(PENDING, 1_000)).refunds).toEqual([
      ['PENDING', 4_000, 'FINANCE'],
      ['SUCCEEDED', 1_000, 'GATEWAY'],
    ]);
    // What is set aside for the one that waits is not taken for the other.
    expect(summary(told(PENDING, 1_000))).toMatchObject({ wallet: 0, invoice: ['PAID', 11_000, 1_000, 0] });
    expect(summary(told(told(PENDING, 1_000), 5_000))).toMatchObject({
      wallet: 0,
      invoice: ['PAID', 10_000, 2_000, 0],
    });
  });

  test('a total that was booked before the order settles nothing when it is told again', () => {
    const { documents } = ordered(told(START, 5_000), 'refund-1', 4_000);
    expect(told(documents, 5_000)).toEqual(documents);
  });

  test('the same request again leaves the first call alone while that may be waiting for the gateway', () => {
    const again = { status, isRepeat: true, order: null };
    expect(ordered(PENDING, 'refund-1', 4_000)).toEqual({ documents: PENDING, ...again });
    const moment = new Date(NOW.getTime() + 119_999);
    expect(ordered(PENDING, 'refund-1', 4_000, {}, moment)).toEqual({ documents: PENDING, ...again });
  });

  test('the same request again after that orders the same refund, and says that it may have been made', () => {
    const later = new Date(NOW.getTime() + 120_000);
    const again = ordered(PENDING, 'refund-1', 4_000, {}, later);
    expect(again).toMatchObject({ status, isRepeat: true, order });
    expect(again.documents.get('payments/payment-1')).toMatchObject({ pendingRefund: { orderedAt: later } });
    const afterwards = told(PENDING, 4_000);
    expect(ordered(afterwards, 'refund-1', 4_000, {}, later)).toMatchObject({
      documents: afterwards,
      status: 'SUCCEEDED',
      order: null,
    });
  });

  test('another one must wait', () => {
    expect(thrownBy(() => ordered(PENDING, 'refund-2', 100))).toMatchObject({ code: 'REFUND_PENDING' });
  });

  test('the gateway’s no ends it, unless its money went back meanwhile', () => {
    const command = { refundId: 'refund-1', paymentId: 'payment-1', failure: { code: '009', message: '' } };
    const found = (documents: Documents) => ({
      payment: documents.get('payments/payment-1') as Payment,
      refund: documents.get('refunds/refund-1') as Refund,
      wallet: documents.get('wallets/user-1_TRY') as Wallet,
    });
    const failed = applyWrites(PENDING, failRefund(found(PENDING), command, NOW).writes, NOW);
    expect(summary(failed)).toEqual({ ...summary(START), refunds: [['FAILED', 4_000, 'FINANCE']] });
    expect(failed.get('wallets/user-1_TRY/entries/release_refund-1')).toMatchObject({
      amount: 3_000,
      kind: 'REFUND',
      reason: 'RELEASED',
      balanceAfter: 3_000,
    });
    expect(failed.get('journal/release_refund-1')?.lines).toEqual([
      { account: 'walletLiability', debit: 0, credit: 3_000 },
      { account: 'walletHolds', debit: 3_000, credit: 0 },
    ]);
    expect(failRefund(found(told(PENDING, 4_000)), command, NOW).writes).toEqual([]);
  });

  test('a yes without a total means what is booked and this refund', () => {
    const payment = PENDING.get('payments/payment-1') as Payment;
    expect(answeredTotal(payment, 'refund-1', null)).toBe(4_000);
    expect(answeredTotal(payment, 'refund-1', minorUnits(9_000))).toBe(9_000);
    expect(answeredTotal(told(PENDING, 4_000).get('payments/payment-1') as Payment, 'refund-1', null)).toBe(
      4_000,
    );
  });
});

describe('that needs no gateway', () => {
  test('into the wallet: of the invoice alone', () => {
    const { documents, status } = ordered(START, 'refund-1', undefined, { destination: 'WALLET' });
    expect(status).toBe('SUCCEEDED');
    expect(summary(documents)).toMatchObject({
      status: 'SUCCEEDED',
      refunded: [12_000, 0],
      wallet: 15_000,
      invoice: ['PAID', 0, 12_000, 0],
    });
  });

  test('by a bank transfer that finance made', () => {
    const { documents } = ordered(START, 'refund-1', undefined, { destination: 'BANK' });
    expect(summary(documents)).toMatchObject({ status: 'REFUNDED', refunded: [15_000, 0], wallet: 0 });
  });
});

test.each<[string, Partial<Payment>, object, string]>([
  ['a payment that has not arrived', { status: 'PENDING' }, {}, 'PAYMENT_NOT_REFUNDABLE'],
  ['a wallet payment through a gateway', { gateway: 'wallet' }, {}, 'PAYMENT_NOT_REFUNDABLE'],
  ['a bank payment through a gateway', { gateway: 'bank' }, {}, 'PAYMENT_NOT_REFUNDABLE'],
  ['a wallet payment by transfer', { gateway: 'wallet' }, { destination: 'BANK' }, 'PAYMENT_NOT_REFUNDABLE'],
  ['more than came', {}, { amount: 15_001 }, 'REFUND_TOO_LARGE'],
  [
    'more than lies on invoices, to the wallet',
    {},
    { amount: 12_001, destination: 'WALLET' },
    'REFUND_TOO_LARGE',
  ],
  ['what went back already', { refundedAmount: minorUnits(15_000) }, {}, 'REFUND_TOO_LARGE'],
  [
    'what the bank has taken back',
    {
      disputes: [
        {
          gatewayDisputeId: 'dp_1',
          amount: minorUnits(1),
          reason: 'r',
          status: 'OPEN',
          openedAt: AT,
          closedAt: null,
        },
      ],
    },
    {},
    'PAYMENT_NOT_REFUNDABLE',
  ],
])('%s is refused', (_edge, override, request, code) => {
  const payment = { ...(START.get('payments/payment-1') as Payment), ...override };
  const documents = new Map(START).set('payments/payment-1', payment);
  expect(thrownBy(() => ordered(documents, 'refund-1', undefined, request))).toMatchObject({ code });
});

test('wallet money that is spent already cannot be sent back to the card', () => {
  const wallet = { ...START.get('wallets/user-1_TRY'), balance: minorUnits(2_999) };
  const documents = new Map(START).set('wallets/user-1_TRY', wallet);
  expect(thrownBy(() => ordered(documents, 'refund-1', undefined))).toMatchObject({
    code: 'WALLET_BALANCE_TOO_LOW',
  });
});

test('news of a refund before the payment’s own must come again', () => {
  const payment = aPayment({ status: 'PENDING' });
  const documents = new Map(START).set('payments/payment-1', payment);
  expect(thrownBy(() => told(documents, 1))).toMatchObject({ code: 'PAYMENT_NOT_SETTLED' });
  expect(told(documents, 0)).toEqual(documents);
});

test('totals in any order, any number of times, end alike', () => {
  const totals = fc.array(fc.integer({ min: 1, max: 18_000 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(totals, (news) => {
      const end = summary(news.reduce(told, START));
      const once = summary(told(START, Math.max(...news)));
      const sums = ({ refunds, creditNotes, ...rest }: typeof end) => ({
        ...rest,
        refunds: refunds.reduce((sum, [, amount]) => sum + Number(amount), 0),
        creditNotes: creditNotes.reduce((sum, total) => sum + total, 0),
      });
      expect(sums(end)).toEqual(sums(once));
    }),
  );
});

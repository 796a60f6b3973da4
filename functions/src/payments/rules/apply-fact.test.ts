import { minorUnits } from '../../core/money';
import type { PaymentFact, PaymentFailed, PaymentSucceeded } from '../../gateways/gateway';
import { anInvoice, anInvoiceItem } from '../../invoices/testing/invoice-factory';
import type { Invoice } from '../../schema/invoice';
import { aPayment } from '../../testing/factories';
import { applyFact } from './apply-fact';
import { thrownBy } from '../../testing/thrown-by';

const NOW = new Date('2026-03-10T10:00:05Z');
const OCCURRED = new Date('2026-03-10T10:00:00Z');
const TOMORROW = new Date('2026-03-11T10:00:05Z');
const EARLIER = new Date('2026-03-10T09:00:00Z');
const reference = {
  paymentId: 'payment-1',
  owner: { userId: 'user-1', invoiceIds: ['invoice-1'], currency: 'TRY' },
};

const succeeded = (override: Partial<PaymentSucceeded> = {}): PaymentSucceeded => ({
  kind: 'PAYMENT_SUCCEEDED',
  payment: reference,
  gatewayPaymentId: 'pi_1',
  amount: minorUnits(12_000),
  charged: minorUnits(12_000),
  currency: 'TRY',
  installment: 1,
  isTest: true,
  paytrHash: null,
  ...override,
});
const failed = (override: Partial<PaymentFailed> = {}): PaymentFailed => ({
  kind: 'PAYMENT_FAILED',
  payment: reference,
  reason: 'FUNDS',
  isFinal: true,
  ...override,
});
const processing = { kind: 'PAYMENT_PROCESSING', payment: reference } as const;

/** 120,00 TRY. */
const invoiceOf = (override: Partial<Invoice> = {}) =>
  anInvoice({ items: [anInvoiceItem({ unitPrice: minorUnits(10_000) })], ...override });
const invoice1 = (override: Partial<Invoice> = {}) => [{ id: 'invoice-1', invoice: invoiceOf(override) }];

const PENDING = { payment: aPayment(), invoices: invoice1(), wallet: null, counter: null };
const numbering = { prefix: 'HYB-CN', reset: 'never' } as const;

function apply(
  fact: PaymentFact,
  documents: Partial<Parameters<typeof applyFact>[0]> = {},
  occurredAt = OCCURRED,
) {
  return applyFact({ ...PENDING, ...documents }, { gateway: 'stripe', occurredAt, fact, numbering }, NOW);
}

const SUCCEEDED_FIELDS = {
  status: 'SUCCEEDED',
  gatewayPaymentId: 'pi_1',
  paytrHash: null,
  installment: 1,
  surcharge: 0,
  allocations: [{ invoiceId: 'invoice-1', amount: 12_000, refundedAmount: 0, allocatedAt: NOW }],
  creditedToWallet: 0,
  checkout: null,
  failureReason: null,
  failedAt: null,
  processedAt: NOW,
  nextCheckAt: null,
};
const updatePayment = (fields: object) => ({ op: 'update', path: 'payments/payment-1', fields });
const updateInvoice = (fields: object) => ({ op: 'update', path: 'invoices/invoice-1', fields });
const paidInFull = {
  amountPaid: 12_000,
  amountDue: 0,
  status: 'PAID',
  paidAt: NOW,
  processingPaymentIds: [],
};
const announced = {
  op: 'create',
  path: 'events/invoice.paid_invoice-1',
  fields: {
    type: 'invoice.paid',
    occurredAt: NOW,
    invoiceId: 'invoice-1',
    userId: 'user-1',
    organizationId: null,
    amount: 12_000,
    currency: 'TRY',
  },
};
const received = (lines: object[], invoiceIds = ['invoice-1']) => ({
  op: 'create',
  path: 'journal/payment_payment-1',
  fields: {
    date: NOW,
    kind: 'PAYMENT_RECEIVED',
    currency: 'TRY',
    refs: { invoiceIds, paymentId: 'payment-1' },
    lines,
  },
});
const walletEntry = (amount: number, balanceAfter: number) => ({
  op: 'create',
  path: 'wallets/user-1_TRY/entries/credit_payment-1',
  fields: {
    userId: 'user-1',
    amount,
    kind: 'TOP_UP',
    reason: 'OVERPAYMENT',
    paymentId: 'payment-1',
    balanceAfter,
  },
});

describe('money that arrives', () => {
  test.each(['PENDING', 'PROCESSING', 'FAILED'] as const)('pays the invoice, from %s', (status) => {
    expect(apply(succeeded(), { payment: aPayment({ status }) })).toEqual({
      outcome: 'APPLIED',
      result: 'PAYMENT_SUCCEEDED',
      writes: [
        updatePayment(SUCCEEDED_FIELDS),
        updateInvoice(paidInFull),
        announced,
        received([
          { account: 'cash.stripe', debit: 12_000, credit: 0 },
          { account: 'receivables', debit: 0, credit: 12_000 },
        ]),
      ],
    });
  });

  test('pays a part: the rest stays due, nothing is announced', () => {
    const fact = succeeded({ amount: minorUnits(2_000), charged: minorUnits(2_000) });
    const { writes } = apply(fact, { payment: aPayment({ amount: minorUnits(2_000) }) });
    expect(writes).toEqual([
      updatePayment({
        ...SUCCEEDED_FIELDS,
        allocations: [{ invoiceId: 'invoice-1', amount: 2_000, refundedAmount: 0, allocatedAt: NOW }],
      }),
      updateInvoice({
        amountPaid: 2_000,
        amountDue: 10_000,
        status: 'PARTIAL',
        paidAt: null,
        processingPaymentIds: [],
      }),
      received([
        { account: 'cash.stripe', debit: 2_000, credit: 0 },
        { account: 'receivables', debit: 0, credit: 2_000 },
      ]),
    ]);
  });

  test('pays late what is overdue', () => {
    const invoices = invoice1({ status: 'OVERDUE', dueDate: new Date('2026-01-01T00:00:00Z') });
    expect(apply(succeeded(), { invoices }).writes).toContainEqual(updateInvoice(paidInFull));
  });

  test('is taken with its surcharge, which belongs to no invoice', () => {
    const fact = succeeded({ charged: minorUnits(12_652), installment: 3, paytrHash: 'hash=' });
    const documents = { ...PENDING, payment: aPayment({ gateway: 'paytr' }) };
    const { writes } = applyFact(documents, { gateway: 'paytr', occurredAt: OCCURRED, fact, numbering }, NOW);
    expect(writes).toEqual([
      updatePayment({ ...SUCCEEDED_FIELDS, surcharge: 652, installment: 3, paytrHash: 'hash=' }),
      updateInvoice(paidInFull),
      announced,
      received([
        { account: 'cash.paytr', debit: 12_652, credit: 0 },
        { account: 'receivables', debit: 0, credit: 12_000 },
        { account: 'installmentSurcharge', debit: 0, credit: 652 },
      ]),
    ]);
  });

  test('pays several invoices in their order', () => {
    const invoices = [...invoice1(), { id: 'invoice-2', invoice: invoiceOf() }];
    const amount = minorUnits(18_000);
    const payment = aPayment({ amount, invoiceIds: ['invoice-1', 'invoice-2'] });
    const { writes } = apply(succeeded({ amount, charged: amount }), { payment, invoices });
    expect(writes[0]?.fields).toMatchObject({
      allocations: [
        { invoiceId: 'invoice-1', amount: 12_000 },
        { invoiceId: 'invoice-2', amount: 6_000 },
      ],
    });
    expect(writes).toContainEqual(expect.objectContaining({ path: 'events/invoice.paid_invoice-1' }));
    expect(writes).not.toContainEqual(expect.objectContaining({ path: 'events/invoice.paid_invoice-2' }));
  });

  test('more than is due becomes wallet credit, in a new wallet', () => {
    const invoices = invoice1({
      status: 'PARTIAL',
      amountPaid: minorUnits(5_000),
      amountDue: minorUnits(7_000),
    });
    expect(apply(succeeded(), { invoices })).toEqual({
      outcome: 'APPLIED',
      result: 'PAYMENT_SUCCEEDED_WITH_WALLET_CREDIT',
      writes: [
        updatePayment({
          ...SUCCEEDED_FIELDS,
          allocations: [{ invoiceId: 'invoice-1', amount: 7_000, refundedAmount: 0, allocatedAt: NOW }],
          creditedToWallet: 5_000,
        }),
        updateInvoice(paidInFull),
        announced,
        {
          op: 'create',
          path: 'wallets/user-1_TRY',
          fields: { userId: 'user-1', currency: 'TRY', balance: 5_000 },
        },
        walletEntry(5_000, 5_000),
        received([
          { account: 'cash.stripe', debit: 12_000, credit: 0 },
          { account: 'receivables', debit: 0, credit: 7_000 },
          { account: 'walletLiability', debit: 0, credit: 5_000 },
        ]),
      ],
    });
  });

  test.each([
    ['a cancelled invoice', { status: 'CANCELLED' as const }],
    ['an invoice that another payment paid', { status: 'PAID' as const }],
    ['a draft', { status: 'DRAFT' as const }],
  ])('for %s it goes to the wallet, whole, and the invoice stays as it is', (_edge, invoice) => {
    const stamps = { createdAt: EARLIER, updatedAt: EARLIER };
    const wallet = { userId: 'user-1', currency: 'TRY', balance: minorUnits(300), ...stamps };
    expect(apply(succeeded(), { invoices: invoice1(invoice), wallet })).toEqual({
      outcome: 'APPLIED',
      result: 'PAYMENT_SUCCEEDED_WITH_WALLET_CREDIT',
      writes: [
        updatePayment({ ...SUCCEEDED_FIELDS, allocations: [], creditedToWallet: 12_000 }),
        { op: 'update', path: 'wallets/user-1_TRY', fields: { balance: 12_300 } },
        walletEntry(12_000, 12_300),
        received(
          [
            { account: 'cash.stripe', debit: 12_000, credit: 0 },
            { account: 'walletLiability', debit: 0, credit: 12_000 },
          ],
          [],
        ),
      ],
    });
  });

  test('ends its own processing on an invoice that another payment paid, and leaves the others’', () => {
    const invoices = invoice1({ status: 'PAID', processingPaymentIds: ['payment-1', 'payment-2'] });
    expect(apply(succeeded(), { invoices }).writes).toContainEqual(
      updateInvoice({ processingPaymentIds: ['payment-2'] }),
    );
  });

  test.each(['SUCCEEDED', 'REFUNDED'] as const)(
    'told again when the payment is %s, changes nothing',
    (status) => {
      expect(apply(succeeded(), { payment: aPayment({ status }) })).toEqual({
        writes: [],
        outcome: 'IGNORED',
        result: 'ALREADY_SUCCEEDED',
      });
    },
  );

  test.each<[string, Partial<PaymentSucceeded>, string]>([
    ['less than asked', { amount: minorUnits(11_999), charged: minorUnits(11_999) }, 'AMOUNT_MISMATCH'],
    ['more than asked', { amount: minorUnits(12_001), charged: minorUnits(12_001) }, 'AMOUNT_MISMATCH'],
    ['less charged than counted', { charged: minorUnits(11_999) }, 'AMOUNT_MISMATCH'],
    ['another currency', { currency: 'EUR' }, 'AMOUNT_MISMATCH'],
    ['live money for a test payment', { isTest: false }, 'TEST_MODE_MISMATCH'],
  ])('%s is refused', (_edge, override, code) => {
    expect(thrownBy(() => apply(succeeded(override)))).toMatchObject({ code });
  });

  test('test money for a live payment is refused, even when it came already', () => {
    const payment = aPayment({ isTest: false, status: 'SUCCEEDED' });
    expect(thrownBy(() => apply(succeeded(), { payment }))).toMatchObject({ code: 'TEST_MODE_MISMATCH' });
  });

  test('a gateway that does not tell test from live is believed', () => {
    expect(apply(succeeded({ isTest: null })).outcome).toBe('APPLIED');
  });

  test('another gateway’s payment is refused', () => {
    expect(thrownBy(() => apply(succeeded(), { payment: aPayment({ gateway: 'paytr' }) }))).toMatchObject({
      code: 'AMOUNT_MISMATCH',
    });
  });

  test('for a payment that we do not know is an error, to be seen and repeated', () => {
    expect(thrownBy(() => apply(succeeded(), { payment: null }))).toMatchObject({
      code: 'PAYMENT_NOT_FOUND',
      facts: { paymentId: 'payment-1' },
    });
  });
});

describe('money that is on its way', () => {
  test('holds the invoice', () => {
    const invoices = invoice1({ processingPaymentIds: ['payment-0'] });
    expect(apply(processing, { invoices })).toEqual({
      outcome: 'APPLIED',
      result: 'PAYMENT_PROCESSING',
      writes: [
        updatePayment({ status: 'PROCESSING', checkout: null, nextCheckAt: TOMORROW }),
        updateInvoice({ processingPaymentIds: ['payment-0', 'payment-1'] }),
      ],
    });
  });

  test.each(['PROCESSING', 'SUCCEEDED', 'FAILED', 'REFUNDED'] as const)('is old news when %s', (status) => {
    expect(apply(processing, { payment: aPayment({ status }) })).toEqual({
      writes: [],
      outcome: 'IGNORED',
      result: 'ALREADY_SETTLED',
    });
  });
});

describe('a failure', () => {
  test('that is final ends the payment', () => {
    expect(apply(failed())).toEqual({
      outcome: 'APPLIED',
      result: 'PAYMENT_FAILED',
      writes: [
        updatePayment({
          status: 'FAILED',
          failureReason: 'FUNDS',
          failedAt: OCCURRED,
          checkout: null,
          processedAt: NOW,
          nextCheckAt: null,
        }),
      ],
    });
  });

  test('that is final frees the invoice that waited', () => {
    const documents = {
      payment: aPayment({ status: 'PROCESSING' }),
      invoices: invoice1({ processingPaymentIds: ['payment-1', 'payment-2'] }),
    };
    expect(apply(failed(), documents).writes).toContainEqual(
      updateInvoice({ processingPaymentIds: ['payment-2'] }),
    );
  });

  test('that is not final leaves the payment open', () => {
    expect(apply(failed({ isFinal: false }))).toEqual({
      outcome: 'APPLIED',
      result: 'FAILURE_NOTED',
      writes: [updatePayment({ failureReason: 'FUNDS', failedAt: OCCURRED })],
    });
  });

  const failedEarlier = { status: 'FAILED', failureReason: 'SECURITY', failedAt: EARLIER } as const;

  test('later than the one known replaces its reason', () => {
    expect(apply(failed(), { payment: aPayment(failedEarlier) }).writes).toEqual([
      updatePayment({ failureReason: 'FUNDS', failedAt: OCCURRED }),
    ]);
  });

  test('older than the one known changes nothing', () => {
    const payment = aPayment({ ...failedEarlier, failedAt: NOW });
    expect(apply(failed(), { payment })).toEqual({ writes: [], outcome: 'IGNORED', result: 'OLDER_FAILURE' });
  });

  test('that is final but older ends the payment and keeps the newer reason', () => {
    const payment = aPayment({ failureReason: 'SECURITY', failedAt: NOW });
    expect(apply(failed(), { payment }).writes).toEqual([
      updatePayment({ status: 'FAILED', checkout: null, processedAt: NOW, nextCheckAt: null }),
    ]);
  });

  test.each(['SUCCEEDED', 'REFUNDED'] as const)('after the payment was %s is old news', (status) => {
    for (const isFinal of [true, false]) {
      expect(apply(failed({ isFinal }), { payment: aPayment({ status }) })).toEqual({
        writes: [],
        outcome: 'IGNORED',
        result: 'ALREADY_SUCCEEDED',
      });
    }
  });
});

test.each([
  ['processing', processing],
  ['a failure', failed()],
])('%s of a payment that we do not know is none of ours', (_edge, fact) => {
  expect(apply(fact, { payment: null })).toEqual({
    writes: [],
    outcome: 'IGNORED',
    result: 'PAYMENT_NOT_FOUND',
  });
});

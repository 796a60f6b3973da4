import fc from 'fast-check';
import { add, minorUnits } from '../../core/money';
import { imbalance } from '../../finance/rules/journal';
import { anInvoice, anInvoiceItem } from '../../invoices/testing/invoice-factory';
import type { Invoice } from '../../schema/invoice';
import { invoiceStatus } from '../../schema/invoice';
import type { JournalEntry } from '../../schema/journal';
import type { Payment } from '../../schema/payment';
import type { Wallet } from '../../schema/wallet';
import { aPayment } from '../../testing/factories';
import { thrownBy } from '../../testing/thrown-by';
import { recordBankTransfer } from './record-bank-transfer';

const NOW = new Date('2026-03-10T10:00:00Z');
const RECEIVED = new Date('2026-03-07T21:00:00Z');
/** 120,00 TRY. */
const anInvoiceOf120 = (override: Partial<Invoice> = {}) =>
  anInvoice({ items: [anInvoiceItem({ unitPrice: minorUnits(10_000) })], ...override });
const wallet: Wallet = {
  userId: 'user-1',
  currency: 'TRY',
  balance: minorUnits(500),
  createdAt: RECEIVED,
  updatedAt: RECEIVED,
};
const documents = { invoices: [anInvoiceOf120()], wallet: null, payment: null };
const command = {
  paymentId: 'payment-1',
  invoiceIds: ['invoice-1'],
  amount: minorUnits(12_000),
  currency: 'TRY',
  receivedOn: '2026-03-08',
  reference: 'FT26063001',
  actor: { uid: 'finance-1', role: 'finance', auditId: 'audit-1' },
};

test('a transfer of what is due, whole: dated when the money came, decided now', () => {
  expect(recordBankTransfer(documents, command, NOW)).toEqual({
    writes: [
      {
        op: 'create',
        path: 'payments/payment-1',
        fields: {
          userId: 'user-1',
          organizationId: null,
          gateway: 'bank',
          gatewayPaymentId: 'FT26063001',
          gatewayCheckoutId: null,
          isTest: false,
          invoiceIds: ['invoice-1'],
          installment: 1,
          paytrHash: null,
          amount: 12_000,
          surcharge: 0,
          fee: 0,
          refundedAmount: 0,
          gatewayRefundedAmount: 0,
          pendingRefund: null,
          disputes: [],
          currency: 'TRY',
          status: 'SUCCEEDED',
          paymentMethodId: null,
          allocations: [{ invoiceId: 'invoice-1', amount: 12_000, refundedAmount: 0, allocatedAt: NOW }],
          creditedToWallet: 0,
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
        },
      },
      {
        op: 'update',
        path: 'invoices/invoice-1',
        fields: {
          amountPaid: 12_000,
          amountDue: 0,
          status: 'PAID',
          paidAt: RECEIVED,
          processingPaymentIds: [],
        },
      },
      {
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
      },
      {
        op: 'create',
        path: 'journal/payment_payment-1',
        fields: {
          date: RECEIVED,
          kind: 'PAYMENT_RECEIVED',
          currency: 'TRY',
          refs: { invoiceIds: ['invoice-1'], paymentId: 'payment-1' },
          lines: [
            { account: 'cash.bank', debit: 12_000, credit: 0 },
            { account: 'receivables', debit: 0, credit: 12_000 },
          ],
        },
      },
      {
        op: 'create',
        path: 'auditLog/audit-1',
        fields: {
          actorId: 'finance-1',
          actorRole: 'finance',
          action: 'payment.recordBankTransfer',
          subject: 'payments/payment-1',
          reason: null,
        },
      },
    ],
    result: { paymentId: 'payment-1', creditedToWallet: 0 },
  });
});

test('the same request again answers what was recorded, whatever else it says', () => {
  const payment = aPayment({ gateway: 'bank', status: 'SUCCEEDED', creditedToWallet: minorUnits(30) });
  expect(
    recordBankTransfer({ ...documents, payment }, { ...command, receivedOn: '2027-01-01' }, NOW),
  ).toEqual({
    writes: [],
    result: { paymentId: 'payment-1', creditedToWallet: 30 },
  });
});

test.each([
  ['PENDING', 'PARTIAL'],
  ['OVERDUE', 'OVERDUE'],
] as const)('too little for an invoice that was %s leaves it %s', (status, after) => {
  const partly = { ...command, amount: minorUnits(5_000) };
  const invoices = [anInvoiceOf120({ status })];
  expect(recordBankTransfer({ ...documents, invoices }, partly, NOW).writes[1]?.fields).toMatchObject({
    amountDue: 7_000,
    status: after,
    paidAt: null,
  });
});

test.each<[string, Partial<Invoice>]>([
  ['paid meanwhile', { status: 'PAID' }],
  ['cancelled meanwhile', { status: 'CANCELLED' }],
])('money for an invoice that was %s is the customer’s, in the wallet', (_edge, override) => {
  const invoices = [anInvoiceOf120(override)];
  const { writes, result } = recordBankTransfer({ ...documents, invoices, wallet }, command, NOW);
  expect(result.creditedToWallet).toBe(12_000);
  expect(writes.map(({ path }) => path)).toEqual([
    'payments/payment-1',
    'wallets/user-1_TRY',
    'wallets/user-1_TRY/entries/credit_payment-1',
    'journal/payment_payment-1',
    'auditLog/audit-1',
  ]);
  expect(writes[0]?.fields).toMatchObject({ allocations: [], creditedToWallet: 12_000 });
  expect(writes[1]?.fields).toEqual({ balance: 12_500 });
});

test('a card payment under way does not keep money out that has come', () => {
  const invoices = [anInvoiceOf120({ processingPaymentIds: ['card-1'] })];
  const { writes } = recordBankTransfer({ ...documents, invoices }, command, NOW);
  expect(writes[1]?.fields).toMatchObject({ status: 'PAID', processingPaymentIds: ['card-1'] });
});

test.each<[string, (Invoice | null)[], object, string]>([
  ['an invoice that is not there', [null], {}, 'INVOICE_NOT_FOUND'],
  ['a draft', [anInvoiceOf120({ status: 'DRAFT' })], {}, 'INVOICE_NOT_ISSUED'],
  [
    'a draft that was discarded',
    [anInvoiceOf120({ status: 'CANCELLED', issueDate: null, invoiceNumber: null })],
    {},
    'INVOICE_NOT_ISSUED',
  ],
  [
    'invoices of two customers',
    [anInvoiceOf120(), anInvoiceOf120({ userId: 'user-2' })],
    {},
    'INVOICES_DIFFER',
  ],
  [
    'a customer’s and their organization’s',
    [anInvoiceOf120(), anInvoiceOf120({ organizationId: 'org-1' })],
    {},
    'INVOICES_DIFFER',
  ],
  [
    'invoices of two currencies',
    [anInvoiceOf120(), anInvoiceOf120({ currency: 'EUR' })],
    {},
    'INVOICES_DIFFER',
  ],
  ['money of another currency', [anInvoiceOf120()], { currency: 'EUR' }, 'CURRENCY_MISMATCH'],
  ['tomorrow’s money', [anInvoiceOf120()], { receivedOn: '2026-03-11' }, 'INVALID_REQUEST'],
])('refuses %s', (_edge, invoices, change, code) => {
  const invoiceIds = invoices.map((_, index) => `invoice-${index + 1}`);
  const decide = () =>
    recordBankTransfer({ ...documents, invoices }, { ...command, invoiceIds, ...change }, NOW);
  expect(thrownBy(decide)).toMatchObject({ code });
});

test('whatever comes for whatever is left of them, no unit is lost, and the books balance', () => {
  const anIssuedInvoice = fc
    .tuple(
      fc.constantFrom(...invoiceStatus.exclude(['DRAFT']).options),
      fc.integer({ min: 1, max: 11_999 }).map(minorUnits),
    )
    .map(([status, paid]) =>
      status === 'PARTIAL' || status === 'OVERDUE'
        ? anInvoiceOf120({ status, amountPaid: paid })
        : anInvoiceOf120({ status }),
    );
  const someInvoices = fc.array(anIssuedInvoice, { minLength: 1, maxLength: 20 });
  const anAmount = fc.integer({ min: 1, max: 300_000 }).map(minorUnits);
  fc.assert(
    fc.property(someInvoices, anAmount, fc.constantFrom(null, wallet), (invoices, amount, before) => {
      const invoiceIds = invoices.map((_, index) => `invoice-${index + 1}`);
      const { writes, result } = recordBankTransfer(
        { payment: null, invoices, wallet: before },
        { ...command, invoiceIds, amount },
        NOW,
      );
      const payment = writes[0]?.fields as Payment;
      expect(add(...payment.allocations.map((one) => one.amount), payment.creditedToWallet)).toBe(amount);
      for (const { invoiceId, amount: share } of payment.allocations) {
        expect(share).toBeLessThanOrEqual(invoices[invoiceIds.indexOf(invoiceId)]?.amountDue ?? 0);
      }
      const due = add(...invoices.map((invoice) => invoice.amountDue));
      expect(result.creditedToWallet).toBe(Math.max(0, amount - due));
      const entry = writes.find(({ path }) => path.startsWith('journal/'))?.fields as JournalEntry;
      expect(imbalance(entry)).toBe(0);
      expect(entry.lines[0]).toEqual({ account: 'cash.bank', debit: amount, credit: 0 });
      expect(new Set(writes.map(({ path }) => path)).size).toBe(writes.length);
    }),
  );
});

import type { DocumentData } from 'firebase-admin/firestore';
import { minorUnits } from '../core/money';
import { anInvoice, anInvoiceItem } from '../invoices/testing/invoice-factory';
import { bookProblems } from '../finance/rules/check-books';
import { booksOf } from './check-books';
import { schemaProblems } from './check-schemas';
import type { Documents } from './documents';
import { aPayment } from './factories';

/** The checkers themselves: a checker that never complains proves nothing. */
const AT = new Date('2026-03-10T10:00:00Z');
const stamps = { createdAt: AT, updatedAt: AT };
const items = [anInvoiceItem({ unitPrice: minorUnits(10_000) })];
const refs = { invoiceIds: ['invoice-1'], paymentId: null };
const debit = (account: string, amount: number) => ({ account, debit: amount, credit: 0 });
const credit = (account: string, amount: number) => ({ account, debit: 0, credit: amount });

/** One invoice over 120,00, paid by a payment of 150,00, the rest of which is in the wallet. */
const BOOKS: Record<string, DocumentData> = {
  'invoices/invoice-1': anInvoice({ status: 'PAID', items, invoiceNumber: 'HYB-202603-0001' }),
  'payments/payment-1': aPayment({
    status: 'SUCCEEDED',
    amount: minorUnits(15_000),
    allocations: [
      { invoiceId: 'invoice-1', amount: minorUnits(12_000), refundedAmount: minorUnits(0), allocatedAt: AT },
    ],
    creditedToWallet: minorUnits(3_000),
  }),
  'wallets/user-1_TRY': { userId: 'user-1', currency: 'TRY', balance: 3_000, ...stamps },
  'wallets/user-1_TRY/entries/credit_payment-1': {
    userId: 'user-1',
    amount: 3_000,
    kind: 'TOP_UP',
    reason: 'OVERPAYMENT',
    paymentId: 'payment-1',
    balanceAfter: 3_000,
    ...stamps,
  },
  'journal/invoice_invoice-1': {
    date: AT,
    kind: 'INVOICE_ISSUED',
    currency: 'TRY',
    refs,
    lines: [debit('receivables', 12_000), credit('revenue', 10_000), credit('vatPayable', 2_000)],
    ...stamps,
  },
  'journal/payment_payment-1': {
    date: AT,
    kind: 'PAYMENT_RECEIVED',
    currency: 'TRY',
    refs: { ...refs, paymentId: 'payment-1' },
    lines: [debit('cash.stripe', 15_000), credit('receivables', 12_000), credit('walletLiability', 3_000)],
    ...stamps,
  },
  'counters/invoiceNumber': { last: 1, period: '202603', ...stamps },
};

const documents = (changes: Record<string, object | null> = {}): Documents =>
  new Map(
    Object.entries(BOOKS).flatMap(([path, data]) => {
      const change = changes[path];
      return change === null ? [] : [[path, { ...data, ...change }] as const];
    }),
  );

test('books that are in order', () => {
  expect(bookProblems(booksOf(documents()))).toEqual([]);
  expect(schemaProblems(documents())).toEqual([]);
});

test.each<[string, Record<string, object | null>, RegExp]>([
  ['a payment that is missing', { 'payments/payment-1': null }, /invoices\/invoice-1: amountPaid/],
  ['an entry that is missing', { 'journal/payment_payment-1': null }, /receivables is 12000, should be 0/],
  ['an invoice paid by nobody', { 'invoices/invoice-1': { amountPaid: 1 } }, /amountPaid is 1/],
  ['an amount due that is wrong', { 'invoices/invoice-1': { amountDue: 1 } }, /amountDue is 1/],
  ['a balance that is wrong', { 'wallets/user-1_TRY': { balance: 1 } }, /balance is 1, should be 3000/],
  [
    'a wallet entry twice',
    { 'wallets/user-1_TRY/entries/credit_payment-1': { balanceAfter: 6_000 } },
    /entries do not follow one another/,
  ],
  [
    'a credit that the payment does not know',
    { 'payments/payment-1': { creditedToWallet: 0 } },
    /payments\/payment-1: allocated and credited is 12000/,
  ],
  [
    'an entry that does not balance',
    { 'journal/invoice_invoice-1': { lines: [debit('receivables', 12_000), credit('revenue', 10_000)] } },
    /journal\/invoice_invoice-1: debits and credits differ by 2000/,
  ],
  ['a number skipped', { 'counters/invoiceNumber': { last: 2 } }, /invoice numbers 1 are not 1 to 2/],
  [
    'a number that is not the counter’s',
    { 'invoices/invoice-1': { invoiceNumber: 'HYB-202603-0007' } },
    /invoice numbers 7 are not 1 to 1/,
  ],
])('%s is noticed', (_edge, change, problem) => {
  expect(bookProblems(booksOf(documents(change))).join('\n')).toMatch(problem);
});

test.each<[string, Record<string, object | null>, RegExp]>([
  ['a field of another type', { 'invoices/invoice-1': { total: '120' } }, /invoices\/invoice-1: total/],
  ['a field too many', { 'invoices/invoice-1': { customer: 'x' } }, /does not name/],
  ['a field too many, deep inside', { 'payments/payment-1': { checkout: { x: 1 } } }, /checkout/],
  ['an amount with decimals', { 'wallets/user-1_TRY': { balance: 0.5 } }, /balance/],
])('%s is noticed', (_edge, change, problem) => {
  expect(schemaProblems(documents(change)).join('\n')).toMatch(problem);
});

test('a document in an unknown place is noticed', () => {
  expect(schemaProblems(new Map([['notes/one', {}]]))).toEqual(['notes/one: no schema says what lies here']);
});

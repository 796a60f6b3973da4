import { minorUnits } from '../../../core/money';
import { anInvoice, anInvoiceItem } from '../../../invoices/testing/invoice-factory';
import { aPayment } from '../../../testing/factories';
import { thrownBy } from '../../../testing/thrown-by';
import { aBankTransaction } from '../testing/bank-transaction-factory';
import { matchBankTransaction } from './match-bank-transaction';

const NOW = new Date('2026-03-10T10:00:00Z');
const invoice = anInvoice({ items: [anInvoiceItem({ unitPrice: minorUnits(10_000) })] });
const documents = { bankTransaction: aBankTransaction(), payment: null, invoices: [invoice], wallet: null };
const command = {
  bankTransactionId: 'line-1',
  paymentId: 'payment-1',
  invoiceIds: ['invoice-1'],
  actor: { uid: 'finance-1', role: 'finance', auditId: 'audit-1' },
};
const match = (
  change: Partial<Parameters<typeof matchBankTransaction>[0]> = {},
  invoiceIds = ['invoice-1'],
) => matchBankTransaction({ ...documents, ...change }, { ...command, invoiceIds }, NOW);

test('a match: the line is done with, its money is a payment of the day it came, one record of the act', () => {
  const { writes, result } = match();
  expect(result).toEqual({ paymentId: 'payment-1', creditedToWallet: 0 });
  expect(writes.map(({ op, path }) => `${op} ${path}`)).toEqual([
    'update bankTransactions/line-1',
    'create payments/payment-1',
    'update invoices/invoice-1',
    'create events/invoice.paid_invoice-1',
    'create journal/payment_payment-1',
    'create auditLog/audit-1',
  ]);
  expect(writes[0]?.fields).toEqual({ status: 'MATCHED', paymentId: 'payment-1' });
  expect(writes[1]?.fields).toMatchObject({
    gateway: 'bank',
    gatewayPaymentId: 'FT26063001',
    amount: 12_000,
    processedAt: new Date('2026-03-08T21:00:00Z'),
  });
  expect(writes.at(-1)?.fields).toMatchObject({
    action: 'finance.matchBankTransaction',
    subject: 'bankTransactions/line-1',
  });
});

test('the same match again answers the same payment and changes nothing', () => {
  const bankTransaction = aBankTransaction({ status: 'MATCHED', paymentId: 'payment-1' });
  const payment = aPayment({ gateway: 'bank', status: 'SUCCEEDED', creditedToWallet: minorUnits(7) });
  expect(match({ bankTransaction, payment })).toEqual({
    writes: [],
    result: { paymentId: 'payment-1', creditedToWallet: 7 },
  });
  expect(thrownBy(() => match({ bankTransaction, payment }, ['invoice-2']))).toEqual({
    code: 'BANK_TRANSACTION_SETTLED',
    facts: { bankTransactionId: 'line-1' },
  });
});

test.each([
  ['no such line', { bankTransaction: null }, 'BANK_TRANSACTION_NOT_FOUND'],
  [
    'a line that was dismissed',
    { bankTransaction: aBankTransaction({ status: 'DISMISSED' }) },
    'BANK_TRANSACTION_SETTLED',
  ],
  ['no such invoice', { invoices: [null] }, 'INVOICE_NOT_FOUND'],
  ['a draft', { invoices: [anInvoice({ status: 'DRAFT' })] }, 'INVOICE_NOT_ISSUED'],
  [
    'money of another currency',
    { bankTransaction: aBankTransaction({ currency: 'EUR' }) },
    'CURRENCY_MISMATCH',
  ],
])('refuses %s', (_edge, change, code) => {
  expect(thrownBy(() => match(change))).toMatchObject({ code });
});

import { minorUnits } from '../../core/money';
import { anInvoice, anInvoiceItem } from '../testing/invoice-factory';
import { cancelInvoice } from './cancel-invoice';
import { thrownBy } from '../../testing/thrown-by';

const NOW = new Date('2026-03-06T08:00:00Z');
const command = {
  invoiceId: 'invoice-1',
  reason: 'Wrong customer',
  actor: { uid: 'admin-1', role: 'admin', auditId: 'audit-1' },
};
const items = [anInvoiceItem({ unitPrice: minorUnits(10_000) })];
const audit = {
  op: 'create',
  path: 'auditLog/audit-1',
  fields: {
    actorId: 'admin-1',
    actorRole: 'admin',
    action: 'invoice.cancel',
    subject: 'invoices/invoice-1',
    reason: 'Wrong customer',
  },
};
const cancelled = {
  op: 'update',
  path: 'invoices/invoice-1',
  fields: { status: 'CANCELLED', cancelledAt: NOW, amountDue: 0 },
};

test.each(['PENDING', 'OVERDUE'] as const)(
  'cancelling what is %s, whole: the receivable goes back',
  (status) => {
    const { writes, result } = cancelInvoice({ invoice: anInvoice({ status, items }) }, command, NOW);
    expect(result).toEqual({ invoiceId: 'invoice-1' });
    expect(writes).toEqual([
      cancelled,
      {
        op: 'create',
        path: 'journal/cancel_invoice-1',
        fields: {
          date: NOW,
          kind: 'INVOICE_CANCELLED',
          currency: 'TRY',
          refs: { invoiceIds: ['invoice-1'], paymentId: null },
          lines: [
            { account: 'receivables', debit: 0, credit: 12_000 },
            { account: 'revenue', debit: 10_000, credit: 0 },
            { account: 'vatPayable', debit: 2_000, credit: 0 },
          ],
        },
      },
      {
        op: 'create',
        path: 'events/invoice.cancelled_invoice-1',
        fields: {
          type: 'invoice.cancelled',
          occurredAt: NOW,
          invoiceId: 'invoice-1',
          userId: 'user-1',
          organizationId: null,
          amount: 12_000,
          currency: 'TRY',
        },
      },
      audit,
    ]);
  },
);

test('a draft is discarded without a trace in the books', () => {
  const { writes } = cancelInvoice({ invoice: anInvoice({ status: 'DRAFT', items }) }, command, NOW);
  expect(writes).toEqual([cancelled, audit]);
});

test.each([
  ['no invoice', null, 'INVOICE_NOT_FOUND'],
  ['a paid one', anInvoice({ status: 'PAID' }), 'INVOICE_HAS_PAYMENTS'],
  ['a partly paid one', anInvoice({ status: 'PARTIAL' }), 'INVOICE_HAS_PAYMENTS'],
  [
    'a late one that is partly paid',
    anInvoice({ status: 'OVERDUE', amountPaid: minorUnits(1) }),
    'INVOICE_HAS_PAYMENTS',
  ],
  [
    'one whose payment is under way',
    anInvoice({ processingPaymentIds: ['payment-1'] }),
    'PAYMENT_PROCESSING',
  ],
  ['one that is cancelled', anInvoice({ status: 'CANCELLED' }), 'INVOICE_CANCELLED'],
])('refuses %s', (_edge, invoice, code) => {
  expect(thrownBy(() => cancelInvoice({ invoice }, command, NOW))).toMatchObject({ code });
});

import { minorUnits } from '../../core/money';
import { startOfDay } from '../../core/calendar';
import { imbalance } from '../../finance/rules/journal';
import type { JournalEntry } from '../../schema/journal';
import { anOrganization, aUser } from '../../testing/factories';
import { anInvoice, anInvoiceItem } from '../testing/invoice-factory';
import { issueInvoice } from './issue-invoice';
import { thrownBy } from '../../testing/thrown-by';

const NOW = new Date('2026-03-05T09:30:00Z');
const stamps = { createdAt: NOW, updatedAt: NOW };
const seller = {
  name: 'Hyble Bulut A.Ş.',
  email: 'fatura@hyble.example',
  country: 'TR',
  address: 'Büyükdere Caddesi 1\n34394 İstanbul',
  taxId: '1234567890',
  taxOffice: 'Zincirlikuyu',
};
const command = {
  invoiceId: 'invoice-1',
  seller,
  numbering: { prefix: 'HYB', reset: 'never' },
  actor: { uid: 'finance-1', role: 'finance', auditId: 'audit-1' },
} as const;

const draft = anInvoice({
  status: 'DRAFT',
  items: [anInvoiceItem({ unitPrice: minorUnits(10_000) })],
});
const documents = { invoice: draft, counter: null, user: aUser(), organization: null };

test('issuing, whole: number, parties, receivable, announcement, audit', () => {
  const { writes, result } = issueInvoice(documents, command, NOW);
  expect(result).toEqual({ invoiceId: 'invoice-1', invoiceNumber: 'HYB-202603-0001' });
  expect(writes).toEqual([
    {
      op: 'update',
      path: 'invoices/invoice-1',
      fields: {
        invoiceNumber: 'HYB-202603-0001',
        status: 'PENDING',
        issueDate: NOW,
        paidAt: null,
        seller,
        buyer: {
          name: 'Ayşe Yılmaz',
          email: 'ayse@customer.example',
          country: 'TR',
          address: 'Moda Caddesi 12\n34710 İstanbul',
          taxId: null,
          taxOffice: null,
        },
      },
    },
    { op: 'create', path: 'counters/invoiceNumber', fields: { last: 1, period: '202603' } },
    {
      op: 'create',
      path: 'journal/invoice_invoice-1',
      fields: {
        date: NOW,
        kind: 'INVOICE_ISSUED',
        currency: 'TRY',
        refs: { invoiceIds: ['invoice-1'], paymentId: null },
        lines: [
          { account: 'receivables', debit: 12_000, credit: 0 },
          { account: 'revenue', debit: 0, credit: 10_000 },
          { account: 'vatPayable', debit: 0, credit: 2_000 },
        ],
      },
    },
    {
      op: 'create',
      path: 'events/invoice.issued_invoice-1',
      fields: {
        type: 'invoice.issued',
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
      path: 'auditLog/audit-1',
      fields: {
        actorId: 'finance-1',
        actorRole: 'finance',
        action: 'invoice.issue',
        subject: 'invoices/invoice-1',
        reason: null,
      },
    },
  ]);
  expect(imbalance(writes[2]?.fields as JournalEntry)).toBe(0);
});

test('the counter that exists is moved on', () => {
  const counter = { last: 41, period: '202602', ...stamps };
  const { writes, result } = issueInvoice({ ...documents, counter }, command, NOW);
  expect(result.invoiceNumber).toBe('HYB-202603-0042');
  expect(writes[1]).toEqual({
    op: 'update',
    path: 'counters/invoiceNumber',
    fields: { last: 42, period: '202603' },
  });
});

test('an organization’s invoice is made out to it', () => {
  const { writes } = issueInvoice({ ...documents, organization: anOrganization() }, command, NOW);
  expect(writes[0]?.fields).toMatchObject({ buyer: { name: 'Işık Yazılım Ltd. Şti.', taxId: '2340567890' } });
});

test('an invoice over nothing is paid at once, announced as such, and moves no money', () => {
  const free = anInvoice({ status: 'DRAFT', items: [anInvoiceItem({ unitPrice: minorUnits(0) })] });
  const { writes } = issueInvoice({ ...documents, invoice: free }, command, NOW);
  expect(writes[0]?.fields).toMatchObject({ status: 'PAID', paidAt: NOW });
  expect(writes.map(({ path }) => path)).toEqual([
    'invoices/invoice-1',
    'counters/invoiceNumber',
    'events/invoice.issued_invoice-1',
    'events/invoice.paid_invoice-1',
    'auditLog/audit-1',
  ]);
});

test.each(['PENDING', 'PARTIAL', 'PAID', 'OVERDUE'] as const)(
  'issuing again what is %s answers its number and changes nothing',
  (status) => {
    const invoice = anInvoice({ status });
    expect(issueInvoice({ ...documents, invoice }, command, NOW)).toEqual({
      writes: [],
      result: { invoiceId: 'invoice-1', invoiceNumber: 'HYB-202603-0042' },
    });
  },
);

test.each([
  ['no invoice', { invoice: null }, 'INVOICE_NOT_FOUND'],
  ['a cancelled invoice', { invoice: anInvoice({ status: 'CANCELLED' }) }, 'INVOICE_CANCELLED'],
  ['a discarded draft', { invoice: { ...draft, status: 'CANCELLED' as const } }, 'INVOICE_CANCELLED'],
  [
    'a due date that has passed',
    { invoice: { ...draft, dueDate: startOfDay('2026-03-04') } },
    'DUE_DATE_PAST',
  ],
  ['a customer who is gone', { user: null }, 'USER_NOT_FOUND'],
  ['a customer without an address', { user: aUser({ address: null }) }, 'BUYER_INCOMPLETE'],
])('refuses %s', (_edge, change, code) => {
  expect(thrownBy(() => issueInvoice({ ...documents, ...change }, command, NOW))).toMatchObject({ code });
});

test('a due date of today is no date in the past', () => {
  const invoice = { ...draft, dueDate: startOfDay('2026-03-05') };
  expect(issueInvoice({ ...documents, invoice }, command, NOW).writes[0]?.fields).toMatchObject({
    status: 'PENDING',
  });
});

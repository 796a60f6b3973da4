import { minorUnits } from '../../core/money';
import { startOfDay } from '../../core/calendar';
import type { InvoiceStatus } from '../../schema/invoice';
import { invoiceStatus } from '../../schema/invoice';
import type { InvoiceAction } from './invoice-state';
import { assertInvoiceAllows, issuedStatus, statusAfterMoney } from './invoice-state';
import { thrownBy } from '../../testing/thrown-by';

const no = {
  draft: 'INVOICE_NOT_DRAFT',
  issued: 'INVOICE_NOT_ISSUED',
  paid: 'INVOICE_ALREADY_PAID',
  payments: 'INVOICE_HAS_PAYMENTS',
  cancelled: 'INVOICE_CANCELLED',
} as const;

/** Written out a second time on purpose: a wrong cell must be wrong twice to pass. */
const EXPECTED: [InvoiceAction, InvoiceStatus, string | null][] = [
  ['update', 'DRAFT', null],
  ['update', 'PENDING', no.draft],
  ['update', 'PARTIAL', no.draft],
  ['update', 'PAID', no.draft],
  ['update', 'OVERDUE', no.draft],
  ['update', 'CANCELLED', no.cancelled],
  ['issue', 'DRAFT', null],
  ['issue', 'PENDING', no.draft],
  ['issue', 'PARTIAL', no.draft],
  ['issue', 'PAID', no.draft],
  ['issue', 'OVERDUE', no.draft],
  ['issue', 'CANCELLED', no.cancelled],
  ['cancel', 'DRAFT', null],
  ['cancel', 'PENDING', null],
  ['cancel', 'PARTIAL', no.payments],
  ['cancel', 'PAID', no.payments],
  ['cancel', 'OVERDUE', null],
  ['cancel', 'CANCELLED', no.cancelled],
  ['pay', 'DRAFT', no.issued],
  ['pay', 'PENDING', null],
  ['pay', 'PARTIAL', null],
  ['pay', 'PAID', no.paid],
  ['pay', 'OVERDUE', null],
  ['pay', 'CANCELLED', no.cancelled],
];

test.each(EXPECTED)('%s in %s: %s', (action, status, code) => {
  const attempt = () => {
    assertInvoiceAllows(action, { status });
  };
  if (code === null) expect(attempt).not.toThrow();
  else expect(thrownBy(attempt)).toMatchObject({ code });
});

test('the table covers every status of every action', () => {
  expect(new Set(EXPECTED.map(([action, status]) => `${action} ${status}`)).size).toBe(
    4 * invoiceStatus.options.length,
  );
});

const BEFORE = '2026-03-20T20:59:59.999Z';
const AFTER = '2026-03-20T21:00:00Z';

test.each<[string, number, number, string, InvoiceStatus]>([
  ['nothing paid, not due yet', 0, 100, BEFORE, 'PENDING'],
  ['nothing paid, a day late', 0, 100, AFTER, 'OVERDUE'],
  ['partly paid in time', 40, 60, BEFORE, 'PARTIAL'],
  ['partly paid, a day late', 40, 60, AFTER, 'OVERDUE'],
  ['paid in time', 100, 0, BEFORE, 'PAID'],
  ['paid late is paid', 100, 0, AFTER, 'PAID'],
  ['nothing to pay', 0, 0, BEFORE, 'PAID'],
])('issuedStatus: %s', (_edge, paid, due, now, status) => {
  const invoice = {
    amountPaid: minorUnits(paid),
    amountDue: minorUnits(due),
    dueDate: startOfDay('2026-03-20'),
  };
  expect(issuedStatus(invoice, new Date(now))).toBe(status);
});

test.each<[string, InvoiceStatus, number, number, InvoiceStatus]>([
  ['all is paid', 'PENDING', 100, 0, 'PAID'],
  ['all is paid at last', 'OVERDUE', 100, 0, 'PAID'],
  ['a part is paid', 'PENDING', 40, 60, 'PARTIAL'],
  ['a part is paid of what is overdue', 'OVERDUE', 40, 60, 'OVERDUE'],
  ['the part that was paid went back', 'PARTIAL', 0, 60, 'PENDING'],
  ['paid, and a part of it went back', 'PAID', 60, 0, 'PAID'],
])('statusAfterMoney: %s', (_edge, before, paid, due, status) => {
  const sums = { amountPaid: minorUnits(paid), amountDue: minorUnits(due) };
  expect(statusAfterMoney({ status: before, ...sums })).toBe(status);
});

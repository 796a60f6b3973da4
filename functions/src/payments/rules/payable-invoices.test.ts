import { minorUnits } from '../../core/money';
import { anInvoice, anInvoiceItem } from '../../invoices/testing/invoice-factory';
import type { Invoice } from '../../schema/invoice';
import { aUser } from '../../testing/factories';
import { thrownBy } from '../../testing/thrown-by';
import { payableInvoices } from './payable-invoices';

/** 120,00 TRY. */
const invoice = anInvoice({ items: [anInvoiceItem({ unitPrice: minorUnits(10_000) })] });
const payer = { uid: 'user-1', user: aUser() };
const found = (...overrides: (Partial<Invoice> | null)[]) =>
  overrides.map((override, index) => ({
    id: `invoice-${index + 1}`,
    invoice: override === null ? null : { ...invoice, ...override },
  }));

test('several invoices: what is due on all of them, and their numbers', () => {
  const partly = { invoiceNumber: 'HYB-202603-0043', amountDue: minorUnits(7_000) };
  expect(payableInvoices(found({}, partly), payer)).toMatchObject({
    invoices: [{ id: 'invoice-1' }, { id: 'invoice-2' }],
    currency: 'TRY',
    organizationId: null,
    due: 19_000,
    description: 'HYB-202603-0042, HYB-202603-0043',
  });
});

test('a member may pay for the organization', () => {
  const ofOrganization = { userId: 'user-2', organizationId: 'org-1' };
  const member = { uid: 'user-1', user: aUser({ organizationIds: ['org-1'] }) };
  expect(payableInvoices(found(ofOrganization), member).organizationId).toBe('org-1');
});

test.each<[string, (Partial<Invoice> | null)[], string]>([
  ['none', [], 'INVOICE_NOT_FOUND'],
  ['one that does not exist', [{}, null], 'INVOICE_NOT_FOUND'],
  ['somebody else’s', [{ userId: 'user-2' }], 'INVOICE_NOT_FOUND'],
  ['a draft', [{ status: 'DRAFT' }], 'INVOICE_NOT_ISSUED'],
  ['a paid one', [{}, { status: 'PAID' }], 'INVOICE_ALREADY_PAID'],
  ['a cancelled one', [{ status: 'CANCELLED' }], 'INVOICE_CANCELLED'],
  ['one whose money is on its way', [{ processingPaymentIds: ['payment-0'] }], 'PAYMENT_PROCESSING'],
  ['two currencies', [{}, { currency: 'EUR' }], 'INVOICES_DIFFER'],
])('%s cannot be paid', (_edge, overrides, code) => {
  expect(thrownBy(() => payableInvoices(found(...overrides), payer))).toMatchObject({ code });
});

test('the customer’s own and an organization’s cannot be paid together', () => {
  const member = { uid: 'user-1', user: aUser({ organizationIds: ['org-1'] }) };
  const both = found({}, { organizationId: 'org-1' });
  expect(thrownBy(() => payableInvoices(both, member))).toMatchObject({ code: 'INVOICES_DIFFER' });
});

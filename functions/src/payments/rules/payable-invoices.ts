import type { MinorUnits } from '../../core/money';
import { add } from '../../core/money';
import { mayPayInvoice } from '../../invoices/rules/invoice-access';
import { assertInvoiceAllows } from '../../invoices/rules/invoice-state';
import type { InvoiceWithId } from '../../invoices/rules/settle-invoice';
import { BillingError } from '../../platform/errors';
import type { Invoice } from '../../schema/invoice';
import type { User } from '../../schema/user';

/** Invoices that can be paid together, by this customer, now. */
export interface PayableInvoices {
  readonly invoices: readonly InvoiceWithId[];
  readonly currency: string;
  /** The organization whose members may see the payment; null when the invoices are the customer's own. */
  readonly organizationId: string | null;
  readonly due: MinorUnits;
  /** The invoice numbers, as the customer reads them on the gateway's page. */
  readonly description: string;
}

/**
 * The invoices of a checkout, if they can be paid together now.
 * @throws BillingError INVOICE_NOT_FOUND also for somebody else's: ids must not be guessable by probing;
 *   INVOICES_DIFFER, PAYMENT_PROCESSING, or the reason why an invoice cannot be paid.
 */
export function payableInvoices(
  found: readonly (Omit<InvoiceWithId, 'invoice'> & { readonly invoice: Invoice | null })[],
  payer: { readonly uid: string; readonly user: User },
): PayableInvoices {
  const invoices = found.map((one) => payable(one, payer));
  const [first] = invoices;
  if (first === undefined) throw new BillingError('INVOICE_NOT_FOUND');
  const { currency, organizationId } = first.invoice;
  const isAlike = invoices.every(
    ({ invoice }) => invoice.currency === currency && invoice.organizationId === organizationId,
  );
  if (!isAlike) throw new BillingError('INVOICES_DIFFER');
  return {
    invoices,
    currency,
    organizationId,
    due: add(...invoices.map(({ invoice }) => invoice.amountDue)),
    description: invoices.map(({ invoice }) => invoice.invoiceNumber).join(', '),
  };
}

function payable(
  { id, invoice, subscription }: Parameters<typeof payableInvoices>[0][number],
  { uid, user }: { uid: string; user: User },
): InvoiceWithId {
  if (invoice === null || !mayPayInvoice(invoice, { uid, organizationIds: user.organizationIds })) {
    throw new BillingError('INVOICE_NOT_FOUND', { invoiceId: id });
  }
  assertInvoiceAllows('pay', invoice);
  if (invoice.processingPaymentIds.length > 0)
    throw new BillingError('PAYMENT_PROCESSING', { invoiceId: id });
  return { id, invoice, subscription };
}

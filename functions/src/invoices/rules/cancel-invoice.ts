import { update } from '../../core/decision';
import type { Decision } from '../../core/decision';
import { ZERO } from '../../core/money';
import { auditWrite } from '../../finance/rules/audit';
import type { Actor } from '../../finance/rules/audit';
import { invoiceIssuedEntry, journalWrites, reversed } from '../../finance/rules/journal';
import { invoiceEvent } from '../../notifications/rules/invoice-event';
import { BillingError, must } from '../../platform/errors';
import type { Invoice } from '../../schema/invoice';
import { paths } from '../../schema/paths';
import type { Subscription } from '../../schema/subscription';
import { withdraw } from '../../subscriptions/rules/withdraw';
import { assertInvoiceAllows } from './invoice-state';
import { subscriptionOf } from './settle-invoice';

/**
 * Cancels an invoice that nobody has paid; its number stays used. A draft is discarded the same way, without a
 * trace in the books since it never was in them. Money that arrives later becomes wallet credit. A subscription that waits
 * for the invoice waits no longer.
 */
export function cancelInvoice(
  documents: { readonly invoice: Invoice | null; readonly subscription?: Subscription | null | undefined },
  command: { invoiceId: string; reason: string; actor: Actor },
  now: Date,
): Decision<{ invoiceId: string }> {
  const { invoiceId, reason, actor } = command;
  const invoice = must(documents.invoice, 'INVOICE_NOT_FOUND', { invoiceId });
  assertInvoiceAllows('cancel', invoice);
  if (invoice.amountPaid > 0 || invoice.amountCredited > 0)
    throw new BillingError('INVOICE_HAS_PAYMENTS', { invoiceId });
  if (invoice.processingPaymentIds.length > 0) throw new BillingError('PAYMENT_PROCESSING', { invoiceId });

  const path = paths.invoice(invoiceId);
  const subject = { ...invoice, id: invoiceId };
  const wasIssued = invoice.status !== 'DRAFT';
  const subscription = subscriptionOf({ ...documents, id: invoiceId, invoice });
  return {
    writes: [
      update(path, { status: 'CANCELLED', cancelledAt: now, amountDue: ZERO }),
      ...(wasIssued
        ? [
            ...journalWrites(
              `cancel_${invoiceId}`,
              reversed(invoiceIssuedEntry(subject, now), 'INVOICE_CANCELLED'),
            ),
            invoiceEvent('invoice.cancelled', subject, now),
          ]
        : []),
      ...(subscription === null ? [] : withdraw(subscription, invoiceId, now)),
      auditWrite(actor, 'invoice.cancel', path, reason),
    ],
    result: { invoiceId },
  };
}

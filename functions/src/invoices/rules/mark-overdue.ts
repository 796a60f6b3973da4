import type { Decision } from '../../core/decision';
import { update } from '../../core/decision';
import { invoiceEvent } from '../../notifications/rules/invoice-event';
import type { Invoice } from '../../schema/invoice';
import { paths } from '../../schema/paths';
import { issuedStatus } from './invoice-state';

/**
 * Makes an open invoice overdue from the day after its due date, and announces it. An invoice that was paid or
 * cancelled since the sweep found it, or is overdue already, stays as it is.
 * @returns Whether the invoice became overdue.
 */
export function markOverdue(
  { invoice }: { readonly invoice: Invoice | null },
  { invoiceId }: { readonly invoiceId: string },
  now: Date,
): Decision<boolean> {
  if (invoice === null || !isOpen(invoice) || issuedStatus(invoice, now) !== 'OVERDUE') {
    return { writes: [], result: false };
  }
  return {
    writes: [
      update(paths.invoice(invoiceId), { status: 'OVERDUE' }),
      invoiceEvent('invoice.overdue', { ...invoice, id: invoiceId }, now),
    ],
    result: true,
  };
}

function isOpen({ status }: Invoice): boolean {
  return status === 'PENDING' || status === 'PARTIAL';
}

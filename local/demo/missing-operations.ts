/**
 * Two states that no operation of the functions brings about yet: an invoice paid in part, and one overdue. The
 * demo makes them out of the same pure rules, and this is the only place where it decides anything itself.
 */
import type { Firestore } from 'firebase-admin/firestore';
import { update } from '../../functions/src/core/decision';
import { percentage } from '../../functions/src/core/money';
import { issuedStatus } from '../../functions/src/invoices/rules/invoice-state';
import { transact } from '../../functions/src/platform/transact';
import type { Invoice } from '../../functions/src/schema/invoice';
import { paths } from '../../functions/src/schema/paths';

/**
 * The invoice as if only so many percent of it were due, for a checkout that is to take a part. The payment's
 * success then settles that part by the rules and leaves the invoice PARTIAL, with the books in balance.
 */
export function onlyPartDue(invoice: Invoice | null, percent: number): Invoice | null {
  return invoice && { ...invoice, amountDue: percentage(invoice.amountDue, percent) };
}

/** Gives open invoices the status that they have on the day of `now`, as the overdue sweep does. */
export async function sweepOverdue(db: Firestore, invoiceIds: readonly string[], now: Date): Promise<void> {
  await transact(db, now, async (get) => {
    const { invoices } = await get({ invoices: invoiceIds.map(paths.invoice) });
    const writes = invoices.flatMap((invoice, index) => {
      const isOpen = invoice?.status === 'PENDING' || invoice?.status === 'PARTIAL';
      const status = isOpen ? issuedStatus(invoice, now) : null;
      return status === 'OVERDUE' ? [update(paths.invoice(invoiceIds[index] ?? ''), { status })] : [];
    });
    return { writes, result: null };
  });
}

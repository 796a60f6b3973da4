/**
 * A state that no operation of the functions brings about yet: an overdue invoice. The demo makes it out of the same
 * pure rules, and this is the only place where it decides anything itself.
 */
import type { Firestore } from 'firebase-admin/firestore';
import { update } from '../../functions/src/core/decision';
import { issuedStatus } from '../../functions/src/invoices/rules/invoice-state';
import { transact } from '../../functions/src/platform/transact';
import { paths } from '../../functions/src/schema/paths';

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

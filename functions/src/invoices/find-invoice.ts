import type { Firestore } from 'firebase-admin/firestore';
import type { Caller } from '../platform/auth';
import { BillingError } from '../platform/errors';
import { fromFirestore } from '../platform/firestore';
import type { Invoice } from '../schema/invoice';
import { paths } from '../schema/paths';
import type { User } from '../schema/user';
import { mayReadInvoice } from './rules/invoice-access';

/**
 * An invoice that the caller may read.
 * @throws BillingError INVOICE_NOT_FOUND when there is none, or none for this caller: the two look alike.
 */
export async function findInvoice(db: Firestore, caller: Caller, invoiceId: string): Promise<Invoice> {
  const [invoiceSnapshot, userSnapshot] = await db.getAll(
    db.doc(paths.invoice(invoiceId)),
    db.doc(paths.user(caller.uid)),
  );
  const data = invoiceSnapshot?.data();
  const organizationIds = (userSnapshot?.data() as User | undefined)?.organizationIds ?? [];
  const invoice = data === undefined ? null : (fromFirestore(data) as Invoice);
  if (invoice === null || !mayReadInvoice(invoice, { ...caller, organizationIds })) {
    throw new BillingError('INVOICE_NOT_FOUND', { invoiceId });
  }
  return invoice;
}

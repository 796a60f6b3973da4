import type { Firestore, Query } from 'firebase-admin/firestore';
import type { Caller } from '../platform/auth';
import { BillingError } from '../platform/errors';
import { fromFirestore } from '../platform/firestore';
import { operation } from '../platform/operation';
import type { Invoice, InvoicePage, ListInvoicesRequest } from '../schema/invoice';
import { listInvoicesRequest } from '../schema/invoice';
import { paths } from '../schema/paths';
import type { User } from '../schema/user';
import { invoiceAnswer } from './answer';

/**
 * `invoice.list`: a page of invoices, newest first. Staff ask for anybody's; a customer for their own or their
 * organization's, without drafts.
 */
export const listInvoices = operation({
  request: listInvoicesRequest,
  allowed: 'signedIn',
  run: async (request, { caller, db }): Promise<InvoicePage> => {
    const query = await queryFor(db, caller, request);
    const start = request.cursor === undefined ? null : await db.doc(paths.invoice(request.cursor)).get();
    const page = start?.exists ? query.startAfter(start) : query;
    // One more than asked tells whether there is a next page.
    const { docs } = await page.limit(request.limit + 1).get();
    const invoices = docs
      .slice(0, request.limit)
      .map((doc) => invoiceAnswer(doc.id, fromFirestore(doc.data()) as Invoice));
    const hasMore = docs.length > request.limit;
    return { invoices, nextCursor: hasMore ? (invoices.at(-1)?.id ?? null) : null };
  },
});

async function queryFor(db: Firestore, caller: Caller, request: ListInvoicesRequest): Promise<Query> {
  const isStaff = caller.role !== null;
  const userId = request.userId ?? (isStaff || request.organizationId ? undefined : caller.uid);
  if (!isStaff) await assertOwn(db, caller, { userId, organizationId: request.organizationId });
  let query: Query = db.collection('invoices');
  if (userId !== undefined) query = query.where('userId', '==', userId);
  if (request.organizationId !== undefined)
    query = query.where('organizationId', '==', request.organizationId);
  if (request.status !== undefined) query = query.where('status', '==', request.status);
  if (isStaff) return query.orderBy('createdAt', 'desc');
  return query.where('issueDate', '>', new Date(0)).orderBy('issueDate', 'desc');
}

async function assertOwn(
  db: Firestore,
  caller: Caller,
  { userId, organizationId }: { userId: string | undefined; organizationId: string | undefined },
): Promise<void> {
  if (userId !== undefined && userId !== caller.uid) throw new BillingError('PERMISSION_DENIED');
  if (organizationId === undefined) return;
  const user = (await db.doc(paths.user(caller.uid)).get()).data() as User | undefined;
  if (!user?.organizationIds.includes(organizationId)) throw new BillingError('PERMISSION_DENIED');
}

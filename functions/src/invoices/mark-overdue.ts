import type { Firestore, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { dayOf, startOfDay } from '../core/calendar';
import * as logs from '../platform/logs';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import { markOverdue } from './rules/mark-overdue';

const PAGE = 300;
/** Transactions at once: no two want the same document. */
const TOGETHER = 20;

/**
 * The overdue sweep: gives every open invoice whose due date has passed its new status, in a transaction of its own,
 * and reads no other. It asks nobody outside, so it needs no task for each invoice. Can be run for any instant, and
 * again: what is overdue already is not found. One that fails does not stop the others.
 * @returns How many invoices became overdue.
 * @throws AggregateError of those that failed, so that the run counts as failed; the next run tries them again.
 */
export async function markOverdueInvoices(db: Firestore, now: Date): Promise<number> {
  const due = db
    .collection('invoices')
    .where('status', 'in', ['PENDING', 'PARTIAL'])
    .where('dueDate', '<', startOfDay(dayOf(now)))
    .orderBy('dueDate')
    // The rule reads the invoice in its transaction; a page needs nothing but its id and place.
    .select('dueDate');
  const outcome = { marked: 0, failures: [] as unknown[] };
  let page = await due.limit(PAGE).get();
  while (!page.empty) {
    for (let at = 0; at < page.size; at += TOGETHER) {
      const some = page.docs.slice(at, at + TOGETHER);
      await Promise.all(some.map((invoice) => mark(db, invoice, now, outcome)));
    }
    page = await due.startAfter(page.docs.at(-1)).limit(PAGE).get();
  }
  const { marked, failures } = outcome;
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} invoices failed`);
  return marked;
}

async function mark(
  db: Firestore,
  { id: invoiceId }: QueryDocumentSnapshot,
  now: Date,
  outcome: { marked: number; failures: unknown[] },
): Promise<void> {
  try {
    const isMarked = await transact(db, now, async (get) =>
      markOverdue(await get({ invoice: paths.invoice(invoiceId) }), { invoiceId }, now),
    );
    if (isMarked) outcome.marked += 1;
  } catch (error) {
    logs.invoiceFailed('markOverdue', invoiceId, error);
    outcome.failures.push(error);
  }
}

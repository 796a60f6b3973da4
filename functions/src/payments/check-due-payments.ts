import type { Firestore } from 'firebase-admin/firestore';
import { dueTaskId, tasks } from '../platform/tasks';

const PAGE = 300;

/**
 * The hourly check: queues a task for every payment whose news is overdue, and reads no other. A second run in the same
 * hour queues nothing twice, since a task is named for the payment, the time it was due, and the hour.
 * @returns How many payments were due.
 */
export async function checkDuePayments(db: Firestore, now: Date): Promise<number> {
  const due = db.collection('payments').where('nextCheckAt', '<=', now).orderBy('nextCheckAt');
  let count = 0;
  let page = await due.limit(PAGE).get();
  while (!page.empty) {
    await Promise.all(
      page.docs.map((payment) => {
        const dueAt = (payment.get('nextCheckAt') as FirebaseFirestore.Timestamp).toDate();
        const id = dueTaskId(payment.id, dueAt, now);
        return tasks.enqueue('tasks-checkPayment', { paymentId: payment.id }, id);
      }),
    );
    count += page.size;
    page = await due.startAfter(page.docs.at(-1)).limit(PAGE).get();
  }
  return count;
}

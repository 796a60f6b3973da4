import type { Firestore } from 'firebase-admin/firestore';
import { tasks } from '../platform/tasks';

const PAGE = 300;

/**
 * The hourly check: queues a task for every payment whose news is overdue, and reads no other. A second run while the
 * first one's tasks wait queues nothing twice, since a task is named for the payment and the time it was due.
 * @returns How many payments were due.
 */
export async function checkDuePayments(db: Firestore, now: Date): Promise<number> {
  const due = db.collection('payments').where('nextCheckAt', '<=', now).orderBy('nextCheckAt');
  let count = 0;
  let page = await due.limit(PAGE).get();
  while (!page.empty) {
    await Promise.all(
      page.docs.map((payment) => {
        const dueAt = (payment.get('nextCheckAt') as FirebaseFirestore.Timestamp).toMillis();
        return tasks.enqueue('tasks-checkPayment', { paymentId: payment.id }, `${payment.id}-${dueAt}`);
      }),
    );
    count += page.size;
    page = await due.startAfter(page.docs.at(-1)).limit(PAGE).get();
  }
  return count;
}

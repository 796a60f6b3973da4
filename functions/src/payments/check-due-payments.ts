import type { Firestore } from 'firebase-admin/firestore';
import { tasks } from '../platform/tasks';

const PAGE = 300;
const HOUR_MS = 60 * 60 * 1000;

/**
 * The hourly check: queues a task for every payment whose news is overdue, and reads no other. A second run in the same
 * hour queues nothing twice, since a task is named for the payment, the time it was due, and the hour. Without the hour
 * Cloud Tasks, which remembers names for some hours, would keep a payment whose task failed from being asked again.
 * @returns How many payments were due.
 */
export async function checkDuePayments(db: Firestore, now: Date): Promise<number> {
  const hour = Math.floor(now.getTime() / HOUR_MS);
  const due = db.collection('payments').where('nextCheckAt', '<=', now).orderBy('nextCheckAt');
  let count = 0;
  let page = await due.limit(PAGE).get();
  while (!page.empty) {
    await Promise.all(
      page.docs.map((payment) => {
        const dueAt = (payment.get('nextCheckAt') as FirebaseFirestore.Timestamp).toMillis();
        return tasks.enqueue(
          'tasks-checkPayment',
          { paymentId: payment.id },
          `${payment.id}-${dueAt}-${hour}`,
        );
      }),
    );
    count += page.size;
    page = await due.startAfter(page.docs.at(-1)).limit(PAGE).get();
  }
  return count;
}

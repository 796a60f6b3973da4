import type { Firestore } from 'firebase-admin/firestore';
import { dueTaskId, tasks } from '../platform/tasks';

const PAGE = 300;

/**
 * The hourly sweep of renewals and dunning: queues a task for every subscription whose time has come, and reads no other.
 * Run twice in an hour it queues nothing twice, since a task is named for the subscription, the time it was due, and the
 * hour.
 * @returns How many subscriptions were due.
 */
export async function advanceDueSubscriptions(db: Firestore, now: Date): Promise<number> {
  // Only the field that names the task; the task reads the rest.
  const due = db
    .collection('subscriptions')
    .where('nextActionAt', '<=', now)
    .orderBy('nextActionAt')
    .select('nextActionAt');
  let count = 0;
  let page = await due.limit(PAGE).get();
  while (!page.empty) {
    await Promise.all(
      page.docs.map((subscription) => {
        const dueAt = (subscription.get('nextActionAt') as FirebaseFirestore.Timestamp).toDate();
        const { id: subscriptionId } = subscription;
        const id = dueTaskId(subscriptionId, dueAt, now);
        return tasks.enqueue('tasks-advanceSubscription', { subscriptionId }, id);
      }),
    );
    count += page.size;
    page = await due.startAfter(page.docs.at(-1)).limit(PAGE).get();
  }
  return count;
}

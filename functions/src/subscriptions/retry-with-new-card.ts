import type { Firestore } from 'firebase-admin/firestore';
import { tasks } from '../platform/tasks';

/** More than one customer has; what is over it is tried again by the calendar. */
const MOST = 100;

/**
 * A customer has another default card: each of their subscriptions that waits for money gets a task to try it at once.
 * Called again for the same change it queues nothing twice.
 */
export async function retryWithNewCard(
  db: Firestore,
  userId: string,
  paymentMethodId: string,
): Promise<number> {
  const waiting = await db
    .collection('subscriptions')
    .where('userId', '==', userId)
    .where('status', 'in', ['PAST_DUE', 'SUSPENDED'])
    .limit(MOST)
    .get();
  await Promise.all(
    waiting.docs.map(({ id: subscriptionId }) =>
      tasks.enqueue('tasks-retrySubscription', { subscriptionId }, `${subscriptionId}-${paymentMethodId}`),
    ),
  );
  return waiting.size;
}

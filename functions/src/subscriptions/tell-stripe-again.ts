import type { Firestore } from 'firebase-admin/firestore';
import { dueTaskId, tasks } from '../platform/tasks';

/** Younger orders are being told, or told again, by whoever stored them. */
const OLD_MS = 30 * 60 * 1000;
const MOST = 300;

/**
 * The hourly sweep of orders that Stripe has not answered: queues a task for each to tell it again, by the same key.
 * @returns How many there were.
 */
export async function tellStripeAgain(db: Firestore, now: Date): Promise<number> {
  const unanswered = await db
    .collection('subscriptions')
    .where('stripe.order.orderedAt', '<=', new Date(now.getTime() - OLD_MS))
    .orderBy('stripe.order.orderedAt')
    .select('stripe.order.orderedAt')
    .limit(MOST)
    .get();
  await Promise.all(
    unanswered.docs.map((subscription) => {
      const orderedAt = (subscription.get('stripe.order.orderedAt') as FirebaseFirestore.Timestamp).toDate();
      const { id: subscriptionId } = subscription;
      return tasks.enqueue('tasks-tellStripe', { subscriptionId }, dueTaskId(subscriptionId, orderedAt, now));
    }),
  );
  return unanswered.size;
}

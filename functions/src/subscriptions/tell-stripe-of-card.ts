import type { Firestore } from 'firebase-admin/firestore';
import { fromFirestore } from '../platform/firestore';
import { tasks } from '../platform/tasks';
import type { Subscription } from '../schema/subscription';

/**
 * A customer has another default card, or none any more: each of their subscriptions that is paid with the default card,
 * and that Stripe bills or may bill, gets a task to tell Stripe. Else it would go on charging the former card.
 * @param changedAt Names the change: called again for it, nothing is queued twice.
 * @returns How many there are.
 */
export async function tellStripeOfCard(db: Firestore, userId: string, changedAt: Date): Promise<number> {
  const running = await db
    .collection('subscriptions')
    .where('userId', '==', userId)
    .where('status', 'in', ['ACTIVE', 'PAST_DUE', 'SUSPENDED'])
    .select('stripe', 'paymentWay')
    .get();
  const concerned = running.docs.filter((doc) => {
    // The two fields that were selected.
    const { stripe, paymentWay } = fromFirestore(doc.data()) as Pick<Subscription, 'stripe' | 'paymentWay'>;
    return stripe !== null && paymentWay.kind === 'CARD' && paymentWay.paymentMethodId === null;
  });
  await Promise.all(
    concerned.map(({ id: subscriptionId }) =>
      tasks.enqueue('tasks-tellStripe', { subscriptionId }, `${subscriptionId}-card-${changedAt.getTime()}`),
    ),
  );
  return concerned.length;
}

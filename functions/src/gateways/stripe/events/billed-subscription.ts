import type Stripe from 'stripe';
import type { SubscriptionNews } from '../../gateway';
import { orderNumberFrom } from '../billing/agreement';
import { subscriptionIdFrom } from '../reference';
import { NOT_OURS, reading } from './reading';
import type { EventContext, Reading } from './reading';

type Period = Pick<Stripe.SubscriptionItem, 'current_period_start' | 'current_period_end'>;

/** A subscription of Stripe's own billing, as far as it is read here; before basil it had the period itself. */
export type BilledSubscription = Pick<
  Stripe.Subscription,
  'id' | 'status' | 'metadata' | 'cancel_at_period_end'
> & { readonly items: { readonly data: readonly Partial<Period>[] } } & Partial<Period>;

/**
 * What a subscription says, in either shape. One that was changed is read again, since of two changes the event that
 * comes last may be of the first.
 */
export async function billedSubscription(
  told: BilledSubscription,
  kind: SubscriptionNews['kind'],
  { project, lookup }: EventContext,
): Promise<Reading> {
  const isOurs = orderNumberFrom(told.metadata) !== null;
  const now = isOurs && kind === 'SUBSCRIPTION_CHANGED' ? await lookup.subscription(told.id) : null;
  const subscription: BilledSubscription = now ?? told;
  const { id, status, metadata, cancel_at_period_end: cancelAtPeriodEnd } = subscription;
  const subscriptionId = subscriptionIdFrom(project, metadata);
  if (subscriptionId === null) return NOT_OURS;
  return reading({
    kind,
    subscription: { subscriptionId, gatewaySubscriptionId: id },
    status,
    currentPeriod: periodOf(subscription) ?? periodOf(subscription.items.data[0] ?? {}),
    cancelAtPeriodEnd,
    orderNumber: orderNumberFrom(metadata),
  });
}

function periodOf({
  current_period_start: start,
  current_period_end: end,
}: Partial<Period>): SubscriptionNews['currentPeriod'] {
  if (start === undefined || end === undefined) return null;
  return { start: new Date(start * 1000), end: new Date(end * 1000) };
}

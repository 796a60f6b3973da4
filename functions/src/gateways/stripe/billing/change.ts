import { projectID } from 'firebase-functions/params';
import type { SubscriptionBilling } from '../../gateway';
import { order as orderAt } from '../call';
import { stripeClient } from '../client';
import { agreementMetadata } from './agreement';
import { priceOf } from './price';

type Order = Parameters<SubscriptionBilling['change']>[0];

/**
 * Tells Stripe what holds from the next period on. Nothing is prorated there: what a change costs now is billed by us.
 * A subscription that Stripe has ended cannot be changed, and is a refusal.
 */
export function change(order: Order): Promise<void> {
  const { subscriptionId, gatewaySubscriptionId, number, terms, movesPeriod } = order;
  return orderAt(async () => {
    const price = await priceOf(order);
    const { items } = await stripeClient().subscriptions.retrieve(gatewaySubscriptionId);
    await stripeClient().subscriptions.update(
      gatewaySubscriptionId,
      {
        items: items.data.map(({ id }) => ({ id, price_data: price })),
        default_payment_method: terms.gatewayMethodId,
        ...(movesPeriod ? { trial_end: Math.floor(terms.periodEnd.getTime() / 1000) } : {}),
        cancel_at_period_end: terms.cancelAtPeriodEnd,
        pause_collection: terms.isPaused ? { behavior: 'void' } : '',
        proration_behavior: 'none',
        metadata: agreementMetadata(projectID.value(), order),
      },
      { idempotencyKey: `subscription_${subscriptionId}_${number}` },
    );
  });
}

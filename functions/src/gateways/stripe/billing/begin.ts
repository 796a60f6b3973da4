import { projectID } from 'firebase-functions/params';
import type { SubscriptionBilling } from '../../gateway';
import { ask, order as orderAt } from '../call';
import { stripeClient } from '../client';
import { agreementMetadata } from './agreement';
import { priceOf } from './price';

type Order = Parameters<SubscriptionBilling['begin']>[0];

/**
 * Makes the subscription. The running period is paid for: to Stripe it is a trial that ends with it. Stripe forgets an
 * idempotency key after a day, so what an earlier call made is looked for first.
 */
export async function begin(order: Order): Promise<string> {
  const { subscriptionId, number, terms, gatewayCustomerId } = order;
  const project = projectID.value();
  const existing = await ask(() =>
    stripeClient().subscriptions.list({ customer: gatewayCustomerId, limit: 100 }),
  );
  const made = existing.data.find(
    ({ metadata }) =>
      metadata.project === project &&
      metadata.subscriptionId === subscriptionId &&
      metadata.order === String(number),
  );
  if (made !== undefined) return made.id;
  return orderAt(async () => {
    const price = await priceOf(order);
    const { id } = await stripeClient().subscriptions.create(
      {
        customer: gatewayCustomerId,
        items: [{ price_data: price }],
        default_payment_method: terms.gatewayMethodId,
        off_session: true,
        // A trial that is moved must take the following periods with it.
        billing_mode: { type: 'classic' },
        trial_end: Math.floor(terms.periodEnd.getTime() / 1000),
        cancel_at_period_end: terms.cancelAtPeriodEnd,
        payment_behavior: 'error_if_incomplete',
        proration_behavior: 'none',
        metadata: agreementMetadata(project, order),
      },
      { idempotencyKey: `subscription_${subscriptionId}_${number}` },
    );
    return id;
  });
}

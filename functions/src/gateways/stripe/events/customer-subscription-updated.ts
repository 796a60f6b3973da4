import type { BilledSubscription } from './billed-subscription';
import { billedSubscription } from './billed-subscription';
import type { EventContext, Reading } from './reading';

/** A subscription that Stripe bills has changed. */
export function customerSubscriptionUpdated(
  subscription: BilledSubscription,
  context: EventContext,
): Promise<Reading> {
  return billedSubscription(subscription, 'SUBSCRIPTION_CHANGED', context);
}

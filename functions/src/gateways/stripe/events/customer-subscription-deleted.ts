import type { BilledSubscription } from './billed-subscription';
import { billedSubscription } from './billed-subscription';
import type { EventContext, Reading } from './reading';

/** A subscription that Stripe bills has ended. */
export function customerSubscriptionDeleted(
  subscription: BilledSubscription,
  context: EventContext,
): Promise<Reading> {
  return billedSubscription(subscription, 'SUBSCRIPTION_ENDED', context);
}

import type { SubscriptionWithId } from '../../notifications/rules/subscription-event';
import { BillingError } from '../../platform/errors';
import type { Subscription } from '../../schema/subscription';

/**
 * A subscription that the caller may act on: who began it, or staff.
 * @throws BillingError SUBSCRIPTION_NOT_FOUND also for somebody else's: ids must not be guessable by probing.
 */
export function ownSubscription(
  subscription: Subscription | null,
  subscriptionId: string,
  { uid, role }: { readonly uid: string; readonly role: string | null },
): SubscriptionWithId {
  if (subscription === null || (subscription.userId !== uid && role === null)) {
    throw new BillingError('SUBSCRIPTION_NOT_FOUND', { subscriptionId });
  }
  return { ...subscription, id: subscriptionId };
}

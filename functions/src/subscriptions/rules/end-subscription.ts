import type { Fields, Write } from '../../core/decision';
import { update } from '../../core/decision';
import type { SubscriptionWithId } from '../../notifications/rules/subscription-event';
import { subscriptionEvent } from '../../notifications/rules/subscription-event';
import { paths } from '../../schema/paths';
import type { Subscription } from '../../schema/subscription';

/** What every end of a subscription leaves of it; an invoice that stays open is then an invoice like any other. */
const OVER = {
  status: 'CANCELLED',
  cancelAtPeriodEnd: false,
  pendingTerms: null,
  pendingUpgrade: null,
  openInvoiceId: null,
  attempt: null,
  dunning: null,
  suspendedAt: null,
  nextActionAt: null,
} as const satisfies Partial<Fields<Subscription>>;

/** Ends a subscription now. `reason` is the customer's, or null when there was one given before, or none. */
export function endSubscription(subscription: SubscriptionWithId, reason: string | null, now: Date): Write[] {
  const { id, cancelReason } = subscription;
  return [
    update(paths.subscription(id), { ...OVER, cancelledAt: now, cancelReason: reason ?? cancelReason }),
    subscriptionEvent('subscription.cancelled', subscription, { cause: 'end' }, now),
  ];
}

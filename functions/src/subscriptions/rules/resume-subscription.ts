import type { Decision } from '../../core/decision';
import { update } from '../../core/decision';
import { auditWrite } from '../../finance/rules/audit';
import type { Actor } from '../../finance/rules/audit';
import { BillingError } from '../../platform/errors';
import { paths } from '../../schema/paths';
import type { Subscription, SubscriptionStatus } from '../../schema/subscription';
import { nextActionOf } from './next-action';
import { ownSubscription } from './own-subscription';
import { assertSubscriptionAllows } from './subscription-state';

/**
 * Takes a cancellation at the period's end back, as long as the period lasts.
 * @throws BillingError SUBSCRIPTION_NOT_ENDING, or the reason that its state gives; SUBSCRIPTION_NOT_FOUND.
 */
export function resumeSubscription(
  documents: { readonly subscription: Subscription | null },
  { subscriptionId, actor }: { readonly subscriptionId: string; readonly actor: Actor },
  now: Date,
): Decision<{ status: SubscriptionStatus }> {
  const subscription = ownSubscription(documents.subscription, subscriptionId, actor);
  assertSubscriptionAllows('resume', subscription);
  const { cancelAtPeriodEnd, currentPeriodEnd, openInvoiceId, attempt, status } = subscription;
  if (!cancelAtPeriodEnd) throw new BillingError('SUBSCRIPTION_NOT_ENDING', { subscriptionId });
  if (currentPeriodEnd <= now) throw new BillingError('SUBSCRIPTION_CANCELLED', { subscriptionId });
  const changed = { cancelAtPeriodEnd: false, cancelReason: null };
  // While an invoice is open the dunning says what is next, unless it has come to its end.
  const isDunned = (openInvoiceId !== null || attempt !== null) && status !== 'SUSPENDED';
  const path = paths.subscription(subscriptionId);
  return {
    writes: [
      update(path, {
        ...changed,
        ...(isDunned ? {} : { nextActionAt: nextActionOf({ ...subscription, ...changed }, now) }),
      }),
      auditWrite(actor, 'subscription.resume', path),
    ],
    result: { status },
  };
}

import { update } from '../../../core/decision';
import type { SubscriptionNews } from '../../../gateways/gateway';
import { subscriptionEvent } from '../../../notifications/rules/subscription-event';
import type { FactDecision } from '../../../payments/rules/apply-fact';
import { paths } from '../../../schema/paths';
import type { Subscription } from '../../../schema/subscription';
import { endSubscription } from '../end-subscription';
import { nextActionOf } from '../next-action';

/**
 * What somebody has changed of a subscription at Stripe itself: that it ends, now or with its period, or goes on after
 * all. News of what we have ordered, or of how it was before, changes nothing. Prices, cards and days are ours to say.
 */
export function mirrorSubscription(
  { subscription: found }: { readonly subscription: Subscription | null },
  news: SubscriptionNews & { readonly id: string },
  now: Date,
): FactDecision {
  const { subscriptionId, gatewaySubscriptionId } = news.subscription;
  const stripe = found?.stripe ?? null;
  if (found === null || stripe === null || news.orderNumber === null)
    return ignored('SUBSCRIPTION_BILLED_BY_GATEWAY');
  const subscription = { ...found, id: subscriptionId };
  const { stripeSubscriptionId, status, currentPeriodEnd, openInvoiceId, attempt } = found;
  const { told } = stripe;
  if (status === 'CANCELLED') return ignored('SUBSCRIPTION_CANCELLED');
  if (stripeSubscriptionId !== gatewaySubscriptionId || told === null)
    return ignored('SUBSCRIPTION_NOT_BILLED_THERE');
  if (news.kind === 'SUBSCRIPTION_ENDED' || news.status === 'canceled') {
    // Ended by us, since our own engine goes on.
    if (stripe.order?.what === 'END') return ignored('ORDERED_BY_US');
    return {
      outcome: 'APPLIED',
      result: 'SUBSCRIPTION_ENDED',
      writes: [
        update(paths.subscription(subscriptionId), { stripe: { ...stripe, told: null } }),
        ...endSubscription(subscription, null, now),
      ],
    };
  }
  if (stripe.order !== null || news.orderNumber < stripe.orderCount) return ignored('ORDERED_BY_US');
  const { cancelAtPeriodEnd } = news;
  // What our document says and Stripe has not been told yet is newer.
  const isOurs =
    cancelAtPeriodEnd === told.cancelAtPeriodEnd || cancelAtPeriodEnd === subscription.cancelAtPeriodEnd;
  if (isOurs) return ignored('UNCHANGED');
  const changed = { cancelAtPeriodEnd, stripe: { ...stripe, told: { ...told, cancelAtPeriodEnd } } };
  const isDunned = openInvoiceId !== null || attempt !== null;
  const facts = {
    cause: news.id,
    next: { what: 'END', at: currentPeriodEnd },
  } as const;
  return {
    outcome: 'APPLIED',
    result: cancelAtPeriodEnd ? 'SUBSCRIPTION_ENDING' : 'SUBSCRIPTION_RESUMED',
    writes: [
      update(paths.subscription(subscriptionId), {
        ...changed,
        ...(isDunned ? {} : { nextActionAt: nextActionOf({ ...subscription, ...changed }, now) }),
      }),
      ...(cancelAtPeriodEnd ? [subscriptionEvent('subscription.ending', subscription, facts, now)] : []),
    ],
  };
}

function ignored(result: string): FactDecision {
  return { writes: [], outcome: 'IGNORED', result };
}

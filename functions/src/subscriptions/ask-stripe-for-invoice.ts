import type { Firestore } from 'firebase-admin/firestore';
import { gatewayNamed } from '../gateways/registry';
import { must } from '../platform/errors';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import { applyBillingNews } from './apply-billing-news';

/** A period should have begun at Stripe and no news of it has come: its latest invoice is asked for, and mirrored. */
export async function askStripeForInvoice(db: Firestore, subscriptionId: string, now: Date): Promise<void> {
  const { subscription } = await transact(db, now, async (get) => ({
    writes: [],
    result: await get({ subscription: paths.subscription(subscriptionId) }),
  }));
  const gatewaySubscriptionId = subscription?.stripeSubscriptionId ?? null;
  if (gatewaySubscriptionId === null) return;
  const { billing } = await gatewayNamed('stripe');
  const news = await must(billing, 'GATEWAY_NOT_CONFIGURED').latestInvoice(gatewaySubscriptionId);
  if (news !== null) await applyBillingNews(db, news, now);
}

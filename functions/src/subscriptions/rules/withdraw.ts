import type { Write } from '../../core/decision';
import { update } from '../../core/decision';
import { ZERO } from '../../core/money';
import type { SubscriptionWithId } from '../../notifications/rules/subscription-event';
import { paths } from '../../schema/paths';
import { endSubscription } from './end-subscription';
import { nextActionOf } from './next-action';
import { recover } from './recover';
import { stateOf } from './subscription-state';

/**
 * What it means for a subscription that finance takes one of its invoices back: an upgrade lapses, a first invoice takes
 * the subscription with it, and what was owed for a running period is forgiven.
 */
export function withdraw(subscription: SubscriptionWithId, invoiceId: string, now: Date): Write[] {
  const { id, openInvoiceId, pendingUpgrade } = subscription;
  if (pendingUpgrade?.invoiceId === invoiceId) {
    const changed = { pendingUpgrade: null };
    const nextActionAt = nextActionOf({ ...subscription, ...changed }, now);
    return [update(paths.subscription(id), { ...changed, nextActionAt })];
  }
  if (openInvoiceId !== invoiceId) return [];
  if (stateOf(subscription) === 'NOT_STARTED') return endSubscription(subscription, null, now);
  return recover(subscription, { invoiceId, total: ZERO, paymentId: null }, now);
}

import type { Decision, Write } from '../../core/decision';
import { update } from '../../core/decision';
import { auditWrite } from '../../finance/rules/audit';
import type { Actor } from '../../finance/rules/audit';
import { cancelInvoice } from '../../invoices/rules/cancel-invoice';
import { subscriptionEvent } from '../../notifications/rules/subscription-event';
import { BillingError } from '../../platform/errors';
import type { Invoice } from '../../schema/invoice';
import { paths } from '../../schema/paths';
import type { CancelSubscriptionRequest, Subscription, SubscriptionStatus } from '../../schema/subscription';
import { isUntouched } from './advance';
import { endSubscription } from './end-subscription';
import { engineActor } from './engine-actor';
import { nextActionOf } from './next-action';
import { ownSubscription } from './own-subscription';
import { assertSubscriptionAllows } from './subscription-state';

export interface CancelDocuments {
  readonly subscription: Subscription | null;
  /** `openInvoiceId`, and the pending upgrade's. */
  readonly openInvoice: Invoice | null;
  readonly upgradeInvoice: Invoice | null;
}

/**
 * Cancels a subscription. At the period's end it runs on as long as it is paid for, and an open invoice stays owed. Now
 * the service ends at once: nothing is paid back by itself, and an invoice that nobody has paid anything of is
 * cancelled with it, also one that is past due.
 *
 * @throws BillingError with the reason that its state gives; PAYMENT_PROCESSING while a payment is under way, whose
 *   money would come for nothing; SUBSCRIPTION_NOT_FOUND.
 */
export function cancelSubscription(
  documents: CancelDocuments,
  { request, actor }: { readonly request: CancelSubscriptionRequest; readonly actor: Actor },
  now: Date,
): Decision<{ status: SubscriptionStatus }> {
  const { subscriptionId, when, reason } = request;
  const subscription = ownSubscription(documents.subscription, subscriptionId, actor);
  const path = paths.subscription(subscriptionId);
  const audit = auditWrite(actor, 'subscription.cancel', path, reason);
  if (when === 'PERIOD_END') {
    assertSubscriptionAllows('cancelAtPeriodEnd', subscription);
    const { status, currentPeriodEnd, cancelAtPeriodEnd } = subscription;
    if (cancelAtPeriodEnd) throw new BillingError('SUBSCRIPTION_ENDING', { subscriptionId });
    const changed = { cancelAtPeriodEnd: true, cancelReason: reason };
    const isDunned = subscription.openInvoiceId !== null || subscription.attempt !== null;
    const facts = {
      cause: actor.auditId,
      next: { what: 'END', at: currentPeriodEnd },
    } as const;
    return {
      writes: [
        update(path, {
          ...changed,
          ...(isDunned ? {} : { nextActionAt: nextActionOf({ ...subscription, ...changed }, now) }),
        }),
        subscriptionEvent('subscription.ending', subscription, facts, now),
        audit,
      ],
      result: { status },
    };
  }
  assertSubscriptionAllows('cancelNow', subscription);
  if (subscription.attempt !== null) throw new BillingError('PAYMENT_PROCESSING', { subscriptionId });
  const { openInvoiceId, pendingUpgrade } = subscription;
  return {
    writes: [
      ...takenBack(openInvoiceId, documents.openInvoice, now),
      ...takenBack(pendingUpgrade?.invoiceId ?? null, documents.upgradeInvoice, now),
      ...endSubscription(subscription, reason, now),
      audit,
    ],
    result: { status: 'CANCELLED' },
  };
}

function takenBack(invoiceId: string | null, invoice: Invoice | null, now: Date): readonly Write[] {
  if (invoiceId === null || invoice === null) return [];
  if (invoice.processingPaymentIds.length > 0) throw new BillingError('PAYMENT_PROCESSING', { invoiceId });
  if (!isUntouched(invoice)) return [];
  const reason = 'The subscription was cancelled';
  // What becomes of the subscription is decided here.
  const alone = { ...invoice, subscriptionId: null };
  return cancelInvoice(
    { invoice: alone },
    { invoiceId, reason, actor: engineActor('cancel', invoiceId) },
    now,
  ).writes;
}

import type { Decision } from '../../core/decision';
import { update } from '../../core/decision';
import { subscriptionEvent } from '../../notifications/rules/subscription-event';
import { amountOwed } from '../../invoices/rules/settle-invoice';
import { cancelInvoice } from '../../invoices/rules/cancel-invoice';
import { must } from '../../platform/errors';
import type { Invoice } from '../../schema/invoice';
import { paths } from '../../schema/paths';
import type { Payment } from '../../schema/payment';
import type { Subscription } from '../../schema/subscription';
import { firstPaymentEnds } from './attempt-failed';
import type { BillingDocuments, Issuer } from './bill';
import { endSubscription } from './end-subscription';
import type { Dunned } from './dun';
import { dun } from './dun';
import { engineActor } from './engine-actor';
import { lookAgainAt, nextActionOf, orderAgainAt } from './next-action';
import type { ChargeOrder, MeansToPay } from './pay-bill';
import { orderOf } from './pay-bill';
import { recover } from './recover';
import { isBilledByStripe } from './stripe/billed-by-stripe';
import { renew } from './renew';
import { stateOf } from './subscription-state';
import { withdraw } from './withdraw';

export interface AdvanceDocuments extends BillingDocuments, MeansToPay {
  readonly subscription: Subscription | null;
  /** `openInvoiceId`, or the pending upgrade's. */
  readonly openInvoice: Invoice | null;
  readonly upgradeInvoice: Invoice | null;
  /** Of the attempt that is under way. */
  readonly payment: Payment | null;
}

export interface Advanced {
  /** What was done, or why nothing was. */
  readonly did:
    | 'NOT_DUE'
    | 'UPGRADE_LAPSED'
    | 'GIVEN_UP'
    | 'ANNOUNCED'
    | 'ENDED'
    | 'ORDERED_AGAIN'
    | 'LEFT_TO_STRIPE'
    | Dunned;
  readonly order: ChargeOrder | null;
}

type Step = Decision<Advanced>;

/**
 * Does the one thing that is due for a subscription, and sets when the next one is. Run early, twice, or after somebody
 * else was quicker, it does nothing: `nextActionAt` is its only reason.
 */
export function advance(
  documents: AdvanceDocuments,
  { subscriptionId, ...issuer }: Issuer & { readonly subscriptionId: string },
  now: Date,
): Step {
  const { subscription: found } = documents;
  if (found === null) return step('NOT_DUE');
  const subscription = { ...found, id: subscriptionId };
  const { nextActionAt } = subscription;
  if (nextActionAt === null || nextActionAt > now) {
    // Whoever stored the attempt was cut off before there was a payment.
    const { attempt: cutOff } = subscription;
    if (cutOff === null || documents.payment !== null) return step('NOT_DUE');
    return step('ORDERED_AGAIN', [], orderOf(subscription, cutOff));
  }
  const { attempt, pendingUpgrade, openInvoiceId, currentPeriodEnd } = subscription;
  const path = paths.subscription(subscriptionId);

  if (attempt !== null) {
    // A bank debit is on its way and takes days; any other payment is ordered again, by the same key.
    if (documents.payment?.status === 'PROCESSING') {
      return step('WAITING', [update(path, { nextActionAt: lookAgainAt(now) })]);
    }
    const again = [update(path, { nextActionAt: orderAgainAt(now) })];
    return step('ORDERED_AGAIN', again, orderOf(subscription, attempt));
  }
  if (pendingUpgrade !== null && pendingUpgrade.expiresAt <= now) {
    const { invoiceId } = pendingUpgrade;
    return lapse(subscription, invoiceId, documents.upgradeInvoice, now);
  }
  if (openInvoiceId !== null) {
    const invoice = must(documents.openInvoice, 'INVOICE_NOT_FOUND', { invoiceId: openInvoiceId });
    return unpaid(subscription, { invoiceId: openInvoiceId, invoice }, documents, now);
  }
  if (now < currentPeriodEnd) {
    const facts = {
      cause: String(currentPeriodEnd.getTime()),
      next: { what: 'RENEWAL', at: currentPeriodEnd },
    } as const;
    const upcoming = { ...subscription, ...subscription.pendingTerms };
    return step('ANNOUNCED', [
      update(path, { nextActionAt: nextActionOf(subscription, now) }),
      subscriptionEvent('subscription.renewalAhead', upcoming, facts, now),
    ]);
  }
  if (subscription.cancelAtPeriodEnd) return step('ENDED', endSubscription(subscription, null, now));
  if (isBilledByStripe(subscription)) {
    return step('LEFT_TO_STRIPE', [update(path, { nextActionAt: lookAgainAt(now) })]);
  }
  const { writes, result } = renew(subscription, documents, issuer, now);
  return step(result.how, writes, result.order);
}

/** Whether what is due now is a new period, which takes an invoice number. */
export function issuesInvoice(
  subscription: Pick<
    Subscription,
    | 'nextActionAt'
    | 'attempt'
    | 'pendingUpgrade'
    | 'openInvoiceId'
    | 'currentPeriodEnd'
    | 'cancelAtPeriodEnd'
    | 'stripe'
  >,
  now: Date,
): boolean {
  const { nextActionAt, attempt, pendingUpgrade, openInvoiceId } = subscription;
  const isDue = nextActionAt !== null && nextActionAt <= now && subscription.currentPeriodEnd <= now;
  const isFree = attempt === null && pendingUpgrade === null && openInvoiceId === null;
  return isDue && isFree && !subscription.cancelAtPeriodEnd && !isBilledByStripe(subscription);
}

type Subject = Subscription & { readonly id: string };

/**
 * The prices of an upgrade were those of its day. Money that is on its way for it is waited for, and what is partly paid
 * can be paid to the end of the period; then it is finance's to credit.
 */
function lapse(subscription: Subject, invoiceId: string, found: Invoice | null, now: Date): Step {
  const path = paths.subscription(subscription.id);
  const invoice = must(found, 'INVOICE_NOT_FOUND', { invoiceId });
  if (invoice.processingPaymentIds.length > 0) {
    return step('WAITING', [update(path, { nextActionAt: lookAgainAt(now) })]);
  }
  const { pendingUpgrade, currentPeriodEnd } = subscription;
  if (invoice.amountPaid > 0 && pendingUpgrade !== null && now < currentPeriodEnd) {
    const extended = { pendingUpgrade: { ...pendingUpgrade, expiresAt: currentPeriodEnd } };
    const nextActionAt = nextActionOf({ ...subscription, ...extended }, now);
    return step('WAITING', [update(path, { ...extended, nextActionAt })]);
  }
  if (invoice.amountPaid > 0) return step('UPGRADE_LAPSED', withdraw(subscription, invoiceId, now));
  const actor = engineActor('cancel', invoiceId);
  const reason = 'The upgrade was not paid on its day';
  return step(
    'UPGRADE_LAPSED',
    cancelInvoice({ invoice, subscription }, { invoiceId, reason, actor }, now).writes,
  );
}

function unpaid(
  subscription: Subject,
  { invoiceId, invoice }: { readonly invoiceId: string; readonly invoice: Invoice },
  means: MeansToPay,
  now: Date,
): Step {
  const path = paths.subscription(subscription.id);
  if (amountOwed(invoice) === 0) {
    return step('SETTLED', recover(subscription, { invoiceId, total: invoice.total, paymentId: null }, now));
  }
  if (stateOf(subscription) === 'NOT_STARTED') return notStarted(subscription, { invoiceId, invoice }, now);
  if (subscription.status === 'SUSPENDED') {
    const { cancelAtPeriodEnd, currentPeriodEnd } = subscription;
    return cancelAtPeriodEnd && currentPeriodEnd <= now
      ? step('ENDED', endSubscription(subscription, null, now))
      : step('WAITING', [update(path, { nextActionAt: nextActionOf(subscription, now) })]);
  }
  const { writes, result } = dun(subscription, { invoiceId, invoice }, means, now);
  return step(result.did, writes, result.order);
}

/** A week after it was issued, the first invoice is taken back and the subscription with it. */
function notStarted(
  subscription: Subject,
  { invoiceId, invoice }: { readonly invoiceId: string; readonly invoice: Invoice },
  now: Date,
): Step {
  const path = paths.subscription(subscription.id);
  const endsAt = firstPaymentEnds(subscription);
  if (now < endsAt) return step('WAITING', [update(path, { nextActionAt: endsAt })]);
  if (!isUntouched(invoice)) return step('WAITING', [update(path, { nextActionAt: lookAgainAt(now) })]);
  const actor = engineActor('give-up', invoiceId);
  const reason = 'The first invoice of the subscription was not paid';
  return step('GIVEN_UP', cancelInvoice({ invoice, subscription }, { invoiceId, reason, actor }, now).writes);
}

/** No money has come for it, and none is on its way. */
export function isUntouched({ amountPaid, processingPaymentIds }: Invoice): boolean {
  return amountPaid === 0 && processingPaymentIds.length === 0;
}

function step(did: Advanced['did'], writes: Step['writes'] = [], order: ChargeOrder | null = null): Step {
  return { writes, result: { did, order } };
}

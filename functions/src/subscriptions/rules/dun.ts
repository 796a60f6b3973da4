import type { Decision, Fields, Write } from '../../core/decision';
import { update } from '../../core/decision';
import type { SubscriptionWithId } from '../../notifications/rules/subscription-event';
import { subscriptionEvent } from '../../notifications/rules/subscription-event';
import { amountOwed } from '../../invoices/rules/settle-invoice';
import type { Invoice } from '../../schema/invoice';
import { paths } from '../../schema/paths';
import type { Dunning, Subscription } from '../../schema/subscription';
import { endSubscription } from './end-subscription';
import { dueStep, nextStep } from './dunning-calendar';
import { lookAgainAt, nextActionOf } from './next-action';
import type { MeansToPay, PaidBill } from './pay-bill';
import { payBill } from './pay-bill';

export type Dunned = PaidBill['how'] | 'WAITING' | 'SUSPENDED' | 'ENDED';

export interface OpenInvoice {
  readonly invoiceId: string;
  readonly invoice: Invoice;
}

/**
 * Takes the step of the calendar that is due for an open invoice: another charge, or a reminder where there is no card
 * to charge, or on day 10 the suspension. Nobody is dunned for money that is on its way.
 *
 * An invoice that its customer pays by link was issued on day 0; a day later it is past due.
 */
export function dun(
  subscription: SubscriptionWithId,
  { invoiceId, invoice }: OpenInvoice,
  means: MeansToPay,
  now: Date,
): Decision<{ readonly did: Dunned; readonly order: PaidBill['order'] }> {
  const { id } = subscription;
  if (invoice.processingPaymentIds.length > 0) {
    const waiting = [update(paths.subscription(id), { nextActionAt: lookAgainAt(now) })];
    return { writes: waiting, result: { did: 'WAITING', order: null } };
  }
  const dunning = subscription.dunning ?? begunWith(invoice, now);
  const due = dueStep(dunning, now);
  if (subscription.dunning === null && due === null) {
    return firstTry(subscription, { invoiceId, invoice }, means, now);
  }
  if (due?.what === 'SUSPENSION') return suspend(subscription, { invoiceId, invoice }, now);

  const stepped: Dunning = due === null ? dunning : { ...dunning, step: due.step, steppedAt: now };
  const next = nextStep(stepped, now);
  const changed: Partial<Fields<Subscription>> = {
    status: 'PAST_DUE',
    dunning: stepped,
    nextActionAt: next.at,
  };
  const after = { ...subscription, ...changed };
  const paid = due === null ? nothing : payBill(after, { invoiceId, invoice }, means, now);
  const isReminder = due !== null && paid.how === 'OPEN';
  const facts = {
    cause: `${invoiceId}_${stepped.step}`,
    invoiceId,
    amount: amountOwed(invoice),
    failureReason: stepped.reason,
    next: { what: next.what === 'RETRY' ? 'REMINDER' : next.what, at: next.at },
  } as const;
  return {
    writes: [
      update(paths.subscription(id), changed),
      ...paid.writes,
      ...(isReminder ? [subscriptionEvent('subscription.paymentReminded', after, facts, now)] : []),
    ],
    result: { did: due === null ? 'WAITING' : paid.how, order: paid.order },
  };
}

const nothing: PaidBill = { writes: [], how: 'OPEN', order: null };

/** Day 0 is not over, and nothing has failed: a first charge was cut off, or gave way to another payment. */
function firstTry(
  subscription: SubscriptionWithId,
  open: OpenInvoice,
  means: MeansToPay,
  now: Date,
): ReturnType<typeof dun> {
  const waiting = { nextActionAt: lookAgainAt(now) };
  const { writes, how, order } = payBill({ ...subscription, ...waiting }, open, means, now);
  return {
    writes: [update(paths.subscription(subscription.id), waiting), ...writes],
    result: { did: how, order },
  };
}

/** Nothing of ours failed, since there was nothing to charge: day 0 is the day of the invoice. */
function begunWith({ issueDate }: Invoice, now: Date): Dunning {
  const startedAt = issueDate ?? now;
  return { startedAt, step: 0, steppedAt: startedAt, reason: null, refusedMethodId: null };
}

/** Day 10: the service stops until the invoice is paid. One that was to end anyway ends when its time comes. */
function suspend(
  subscription: SubscriptionWithId,
  { invoiceId, invoice }: OpenInvoice,
  now: Date,
): ReturnType<typeof dun> {
  if (subscription.cancelAtPeriodEnd && subscription.currentPeriodEnd <= now) {
    return { writes: endSubscription(subscription, null, now), result: { did: 'ENDED', order: null } };
  }
  const changed = { status: 'SUSPENDED', suspendedAt: now } as const;
  const facts = { cause: invoiceId, invoiceId, amount: amountOwed(invoice) };
  const writes: Write[] = [
    update(paths.subscription(subscription.id), {
      ...changed,
      nextActionAt: nextActionOf({ ...subscription, ...changed }, now),
    }),
    subscriptionEvent('subscription.suspended', subscription, facts, now),
  ];
  return { writes, result: { did: 'SUSPENDED', order: null } };
}

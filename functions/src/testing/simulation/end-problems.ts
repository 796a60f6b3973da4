import type { Difference } from '../../schema/difference';
import type { GatewayEventRecord } from '../../schema/gateway-event';
import type { Invoice } from '../../schema/invoice';
import type { JournalEntry } from '../../schema/journal';
import type { OutboxEvent } from '../../schema/outbox-event';
import type { Payment } from '../../schema/payment';
import type { Subscription } from '../../schema/subscription';
import { schemaProblems } from '../check-schemas';
import type { Documents } from '../documents';
import { inCollection } from '../documents';
import { isBilledByStripe } from '../../subscriptions/rules/stripe/billed-by-stripe';
import type { OrderDocuments } from '../../subscriptions/rules/stripe/next-order';
import { nextOrder } from '../../subscriptions/rules/stripe/next-order';
import type { DocumentPath } from '../../schema/paths';
import { paths } from '../../schema/paths';
import { mailOf } from '../../notifications/rules/subscription-mail';
import type { Business } from './business';
import { CURRENCIES } from './catalogue';
import { GATEWAYS } from './gateways';

const DAY_MS = 24 * 60 * 60_000;

/**
 * What must not be at the end of a simulated time, besides books that do not balance: documents of a wrong shape, work
 * that nobody will come back to, callbacks that were refused, events without their mail, services that run or stand
 * still against their events, and money that the gateways know otherwise.
 */
export function endProblems(documents: Documents, business: Pick<Business, 'gateways'>, end: Date): string[] {
  return [
    ...schemaProblems(documents),
    ...subscriptionProblems(documents, end),
    ...paymentProblems(documents, end),
    ...inCollection<Difference>(documents, 'differences/*').map(({ id, kind }) => `${id}: parked as ${kind}`),
    ...inCollection<GatewayEventRecord>(documents, 'gatewayEvents/*')
      .filter(({ outcome }) => outcome === 'FAILED')
      .map(({ id, error }) => `${id}: refused as ${error}`),
    ...mailProblems(documents),
    ...serviceProblems(documents),
    ...cashProblems(documents, business),
    ...billingProblems(documents, business, end),
  ];
}

/** Every subscription has one invoice at most to be paid, and the engine will come back to it when it should. */
function subscriptionProblems(documents: Documents, end: Date): string[] {
  const open = new Map<string, number>();
  for (const { subscriptionId, status } of inCollection<Invoice>(documents, 'invoices/*')) {
    if (subscriptionId === null || status === 'PAID' || status === 'CANCELLED') continue;
    open.set(subscriptionId, (open.get(subscriptionId) ?? 0) + 1);
  }
  return inCollection<Subscription>(documents, 'subscriptions/*').flatMap((subscription) => {
    const { id, status, nextActionAt, attempt, openInvoiceId, currentPeriodEnd, pendingUpgrade } =
      subscription;
    const isServed = status === 'ACTIVE' || status === 'PAST_DUE';
    const yesterday = new Date(end.getTime() - DAY_MS);
    // News of a period that Stripe has begun may be lost: Stripe is asked for it a day later, and once more.
    const oldest = new Date(end.getTime() - (isBilledByStripe(subscription) ? 3 : 1) * DAY_MS);
    const invoice =
      openInvoiceId === null ? null : (documents.get(`invoices/${openInvoiceId}`) as Invoice | undefined);
    const most = (openInvoiceId === null ? 0 : 1) + (pendingUpgrade === null ? 0 : 1);
    return [
      ...(isServed && nextActionAt === null ? [`${id}: ${status}, and nothing will ever be done`] : []),
      ...(nextActionAt !== null && nextActionAt < yesterday ? [`${id}: was due and not looked at`] : []),
      ...(attempt !== null && nextActionAt === null ? [`${id}: an attempt that nobody asks about`] : []),
      ...(status === 'ACTIVE' && currentPeriodEnd < oldest ? [`${id}: ACTIVE after its period`] : []),
      ...(status === 'PAST_DUE' && invoice === null ? [`${id}: PAST_DUE, and nothing is open`] : []),
      ...(invoice?.status === 'PAID' || invoice?.status === 'CANCELLED'
        ? [`${id}: waits for an invoice that is ${invoice.status}`]
        : []),
      ...(status !== 'CANCELLED' && (open.get(id) ?? 0) > most
        ? [`${id}: ${open.get(id) ?? 0} open invoices, and it knows of ${most}`]
        : []),
    ];
  });
}

/**
 * Stripe bills those whose documents say so, each once, and by what they say; and it waits for no money that our documents
 * do not wait for. What is told at this very time is left out.
 */
function billingProblems(
  documents: Documents,
  { gateways: { billing } }: Pick<Business, 'gateways'>,
  end: Date,
): string[] {
  const running = billing.running();
  const open = billing.open();
  return inCollection<Subscription>(documents, 'subscriptions/*').flatMap((subscription) => {
    const { id, stripe, stripeSubscriptionId, status } = subscription;
    const order = stripe?.order ?? null;
    if (order !== null) {
      const isOld = order.orderedAt.getTime() < end.getTime() - DAY_MS;
      return isOld ? [`${id}: Stripe was told ${order.what} and nobody heard the answer`] : [];
    }
    const there = running.filter(({ subscriptionId }) => subscriptionId === id).map((one) => one.id);
    const here = (stripe?.told ?? null) === null || status === 'CANCELLED' ? [] : [stripeSubscriptionId];
    const unknown = open.filter(
      (one) => one.subscriptionId === id && one.id !== stripe?.openInvoice?.gatewayInvoiceId,
    );
    const next = nextOrder(orderDocuments(documents, subscription), id, end).result.order;
    return [
      ...(next === null ? [] : [`${id}: nobody told Stripe to ${next.what}`]),
      ...(there.join() === here.join() ? [] : [`${id}: Stripe bills ${there.join()}, not ${here.join()}`]),
      ...unknown.map((invoice) => `${id}: Stripe waits for the money of ${invoice.id}`),
    ];
  });
}

/** What `tellStripe` reads. */
function orderDocuments(documents: Documents, subscription: Subscription): OrderDocuments {
  const { userId, paymentWay, stripe } = subscription;
  const find = <T>(path: DocumentPath<T>) => (documents.get(path) ?? null) as T | null;
  const identity = find(paths.gatewayIdentity(userId));
  const id = paymentWay.paymentMethodId ?? identity?.defaultPaymentMethodId ?? null;
  const method = id === null ? null : find(paths.paymentMethod(id));
  const open = stripe?.openInvoice ?? null;
  return {
    subscription,
    identity,
    method: method === null || id === null ? null : { ...method, id },
    openInvoice: open === null ? null : find(paths.invoice(open.invoiceId)),
  };
}

/** A payment that is under way is asked about. */
function paymentProblems(documents: Documents, end: Date): string[] {
  const yesterday = new Date(end.getTime() - DAY_MS);
  return inCollection<Payment>(documents, 'payments/*').flatMap(
    ({ id, status, partOf, nextCheckAt, createdAt, pendingRefund }) => {
      const isForgotten = status === 'PENDING' && partOf === null && nextCheckAt === null;
      const isStuck = status === 'PENDING' && createdAt < yesterday && partOf === null;
      return [
        ...(isForgotten ? [`${id}: PENDING, and nobody asks`] : []),
        ...(isStuck ? [`${id}: PENDING since ${createdAt.toISOString()}`] : []),
        ...(pendingRefund !== null && pendingRefund.orderedAt < yesterday ? [`${id}: refund stuck`] : []),
      ];
    },
  );
}

/** Every event that brings a mail about has it. */
function mailProblems(documents: Documents): string[] {
  return inCollection<OutboxEvent>(documents, 'events/*')
    .filter((event) => 'subscriptionId' in event && mailOf(event) !== null)
    .filter(({ id }) => !documents.has(`mail/${id}`))
    .map(({ id }) => `${id}: has no mail`);
}

/** Events that move a service, for whoever provisions it. */
const RUNS: Partial<Record<OutboxEvent['type'], boolean>> = {
  'subscription.started': true,
  'subscription.resumed': true,
  'subscription.suspended': false,
  'subscription.cancelled': false,
};

/**
 * Whoever follows the events alone has every service where it belongs; and nobody's was paused whom the last notice had
 * not told of it a day before.
 */
function serviceProblems(documents: Documents): string[] {
  const runs = new Map<string, boolean>();
  const warned = new Map<string, Date>();
  const problems: string[] = [];
  const events = inCollection<OutboxEvent>(documents, 'events/*').sort(
    (a, b) => a.occurredAt.getTime() - b.occurredAt.getTime(),
  );
  for (const event of events) {
    if (!('subscriptionId' in event)) continue;
    const { type, subscriptionId, invoiceId, next, occurredAt } = event;
    const isRunning = RUNS[type];
    if (isRunning !== undefined) runs.set(subscriptionId, isRunning);
    if (invoiceId !== null && next.what === 'SUSPENSION') warned.set(invoiceId, occurredAt);
    if (type !== 'subscription.suspended') continue;
    const notice = warned.get(invoiceId ?? '');
    if (notice === undefined || occurredAt.getTime() - notice.getTime() < DAY_MS) {
      problems.push(`${subscriptionId}: suspended without a last notice a day before`);
    }
  }
  for (const { id, status } of inCollection<Subscription>(documents, 'subscriptions/*')) {
    const mayRun = status === 'ACTIVE' || status === 'PAST_DUE';
    if (mayRun !== (runs.get(id) ?? false)) problems.push(`${id}: ${status}, but its events say otherwise`);
  }
  return problems;
}

/** What the journal says lies at a gateway, fees aside, is what the gateway has. */
function cashProblems(documents: Documents, { gateways }: Pick<Business, 'gateways'>): string[] {
  const entries = inCollection<JournalEntry>(documents, 'journal/*');
  const fees = inCollection<Payment>(documents, 'payments/*');
  return GATEWAYS.flatMap((gateway) =>
    CURRENCIES.flatMap((currency) => {
      const booked = sum(
        entries
          .filter((entry) => entry.currency === currency)
          .flatMap(({ lines }) => lines.filter(({ account }) => account === `cash.${gateway}`))
          .map(({ debit, credit }) => debit - credit),
      );
      const kept = sum(
        fees.filter((one) => one.gateway === gateway && one.currency === currency).map(({ fee }) => fee ?? 0),
      );
      const real = gateways.cash(gateway, currency);
      const [ours, theirs] = [booked + kept, real];
      return ours === theirs ? [] : [`cash.${gateway} in ${currency}: ${ours}, but there is ${theirs}`];
    }),
  );
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

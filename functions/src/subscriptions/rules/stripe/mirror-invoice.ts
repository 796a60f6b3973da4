import { dayOf } from '../../../core/calendar';
import type { Fields, Write } from '../../../core/decision';
import { create, update } from '../../../core/decision';
import type { MinorUnits } from '../../../core/money';
import { ZERO } from '../../../core/money';
import type { GatewayAgreement, SubscriptionInvoiceNews } from '../../../gateways/gateway';
import { amountOwed } from '../../../invoices/rules/settle-invoice';
import { totalInvoice } from '../../../invoices/rules/total-invoice';
import type { SubscriptionWithId } from '../../../notifications/rules/subscription-event';
import { subscriptionEvent } from '../../../notifications/rules/subscription-event';
import type { FactDecision } from '../../../payments/rules/apply-fact';
import { gatewayInvoicePaymentId } from '../../../payments/rules/gateway-invoice-payment-id';
import { newPayment } from '../../../payments/rules/new-payment';
import { receiveMoney } from '../../../payments/rules/receive-money';
import { BillingError } from '../../../platform/errors';
import type { Invoice } from '../../../schema/invoice';
import { paths } from '../../../schema/paths';
import type { Payment } from '../../../schema/payment';
import type { StripeBilling, Subscription } from '../../../schema/subscription';
import type { Wallet } from '../../../schema/wallet';
import type { BillingDocuments, Issuer } from '../bill';
import { issueBill } from '../bill';
import { engineActor } from '../engine-actor';
import { periodText } from '../line-texts';
import { lookAgainAt } from '../next-action';
import { periodFrom } from '../period';
import { line } from '../plan-change';
import { periodInvoiceId } from '../subscription-id';
import { allows } from '../subscription-state';
import { earlierDayZero, firstTryFailed } from './try-failed';

export interface MirrorDocuments extends BillingDocuments {
  readonly subscription: Subscription | null;
  /** Ours of the same period. */
  readonly invoice: Invoice | null;
  /** What pays the gateway's invoice. */
  readonly payment: Payment | null;
  readonly wallet: Wallet | null;
}

/** News, and when the gateway says that it happened. */
export type DatedNews = SubscriptionInvoiceNews & { readonly occurredAt: Date };

type Known = SubscriptionWithId & { readonly stripe: StripeBilling };

/** A period as our documents have it: the invoice, and the subscription after it was issued. */
interface Mirrored {
  readonly subscription: Known;
  readonly invoiceId: string;
  readonly invoice: Invoice;
  readonly writes: readonly Write[];
}

/** The invoice of ours that a gateway's invoice is mirrored in: that of the period which both bill. */
export function mirroredInvoiceId({ subscription, period }: SubscriptionInvoiceNews): string {
  return periodInvoiceId(subscription.subscriptionId, dayOf(period.start));
}

/**
 * Mirrors an invoice that Stripe has made for a period: ours has the same total, a number of ours and VAT. Whichever
 * news of it comes first issues it. What was paid settles it like any other payment; a first try that failed is day 0.
 * Further tries are ours to make, so that news of one that is not changes nothing.
 *
 * @throws BillingError AMOUNT_MISMATCH when Stripe bills another amount than it was told to; SUBSCRIPTION_NOT_FOUND for
 *   money.
 */
export function mirrorInvoice(
  documents: MirrorDocuments,
  news: DatedNews,
  issuer: Issuer,
  now: Date,
): FactDecision {
  const { subscriptionId, gatewaySubscriptionId } = news.subscription;
  const { agreement } = news;
  const { subscription: found } = documents;
  if (agreement === null) return ignored('SUBSCRIPTION_BILLED_BY_GATEWAY');
  if (news.amount === 0) return ignored('NOTHING_DUE');
  const isMoney = news.kind === 'SUBSCRIPTION_INVOICE_PAID' && news.gatewayPaymentId !== null;
  if (found === null) {
    if (isMoney) throw new BillingError('SUBSCRIPTION_NOT_FOUND', { subscriptionId });
    return ignored('SUBSCRIPTION_NOT_FOUND');
  }
  if (news.kind === 'SUBSCRIPTION_INVOICE_PAID' && !isMoney) return ignored('PAID_ELSEWHERE');
  if (found.stripe === null) return ignored('SUBSCRIPTION_BILLED_BY_GATEWAY');
  assertAmount(news, agreement, found);
  const subscription = { ...found, id: subscriptionId, stripe: found.stripe };
  // Money of one that we have meanwhile taken over pays the invoice of its period, if there is one.
  const isKnown =
    found.stripeSubscriptionId === gatewaySubscriptionId || (isMoney && documents.invoice !== null);
  const mirrored = isKnown
    ? mirroredPeriod(subscription, documents, { ...news, agreement }, issuer, now)
    : null;
  switch (news.kind) {
    case 'SUBSCRIPTION_INVOICE_PAID':
      return paid(mirrored, documents, news, agreement, now);
    case 'SUBSCRIPTION_INVOICE_FAILED':
      return mirrored === null ? ignored('PERIOD_NOT_BILLED') : failed(mirrored, news);
    case 'SUBSCRIPTION_INVOICE_OPEN':
      return mirrored === null ? ignored('PERIOD_NOT_BILLED') : issuedOnly(mirrored);
  }
}

function assertAmount(
  { amount, currency }: DatedNews,
  { terms: { price, taxRate } }: GatewayAgreement,
  subscription: Subscription,
): void {
  const { total } = totalInvoice([{ quantity: 1, unitPrice: price, taxRate }]);
  if (amount !== total || currency !== subscription.currency) {
    throw new BillingError('AMOUNT_MISMATCH', { expected: total, amount });
  }
}

/**
 * The period's invoice as it is stored, or issued now. Null for one that nobody owes: the subscription is over or
 * stands still, or another invoice is open; that one may have been paid nevertheless.
 */
function mirroredPeriod(
  subscription: Known,
  documents: MirrorDocuments,
  news: DatedNews & { readonly agreement: GatewayAgreement },
  issuer: Issuer,
  now: Date,
): Mirrored | null {
  const invoiceId = mirroredInvoiceId(news);
  if (documents.invoice !== null) {
    return { subscription, invoiceId, invoice: documents.invoice, writes: [] };
  }
  const isServed = subscription.status === 'ACTIVE' || subscription.status === 'PAST_DUE';
  const isPaid = news.kind === 'SUBSCRIPTION_INVOICE_PAID';
  if (!isServed || (!isPaid && subscription.openInvoiceId !== null)) return null;
  return issued(subscription, invoiceId, documents, news, issuer, now);
}

/** Issues the invoice. News of an earlier period than the running one leaves the running one alone. */
function issued(
  subscription: Known,
  invoiceId: string,
  documents: BillingDocuments,
  { agreement, ...news }: DatedNews & { readonly agreement: GatewayAgreement },
  issuer: Issuer,
  now: Date,
): Mirrored {
  const { terms } = agreement;
  const { id, anchorDay, pendingTerms, stripe, buyer, locale } = subscription;
  const start = dayOf(news.period.start);
  const period = periodFrom(start, terms.billingPeriod, anchorDay);
  const isLatest = period.start > subscription.currentPeriodStart;
  const bill = {
    invoiceId,
    lines: [line(periodText(terms.planName, period, locale), terms.price, terms.taxRate)],
    dueDate: dayOf(now),
    actor: engineActor('issue', invoiceId),
  };
  const { invoice, customer, writes } = issueBill(
    { ...subscription, taxRate: terms.taxRate },
    bill,
    documents,
    issuer,
    buyer,
    now,
  );
  const isOpen = subscription.openInvoiceId === null;
  const isChange = isLatest && pendingTerms !== null && pendingTerms.planId === terms.planId;
  const changed = {
    ...(isLatest ? { ...terms, currentPeriodStart: period.start, currentPeriodEnd: period.end } : {}),
    ...customer,
    ...(isChange ? { pendingTerms: null } : {}),
    ...(isOpen ? { openInvoiceId: invoiceId, nextActionAt: lookAgainAt(now) } : {}),
    stripe: {
      ...stripe,
      told: isLatest && stripe.told !== null ? { ...stripe.told, periodEnd: news.period.end } : stripe.told,
      openInvoice: isOpen ? { invoiceId, gatewayInvoiceId: news.gatewayInvoiceId } : stripe.openInvoice,
    },
  } satisfies Partial<Fields<Subscription>>;
  const after = { ...subscription, ...changed };
  const facts = { cause: invoiceId, invoiceId, amount: invoice.total };
  return {
    subscription: after,
    invoiceId,
    invoice,
    writes: [
      update(paths.subscription(id), changed),
      ...writes,
      ...(isChange ? [subscriptionEvent('subscription.changed', after, facts, now)] : []),
    ],
  };
}

function issuedOnly({ writes }: Mirrored): FactDecision {
  if (writes.length === 0) return ignored('ALREADY_ISSUED');
  return { writes, outcome: 'APPLIED', result: 'SUBSCRIPTION_INVOICE_ISSUED' };
}

/** Settles the invoice; money that nobody owes becomes balance. */
function paid(
  mirrored: Mirrored | null,
  { payment, wallet }: MirrorDocuments,
  news: DatedNews,
  { userId, organizationId }: GatewayAgreement,
  now: Date,
): FactDecision {
  if (payment !== null) return ignored('ALREADY_SUCCEEDED');
  const paymentId = gatewayInvoicePaymentId(news.gatewayInvoiceId);
  const { amount, currency, gatewayPaymentId, isTest } = news;
  const invoices = mirrored === null ? [] : [subjectOf(mirrored, paymentId)];
  const receipt = { paymentId, userId, gateway: 'stripe', currency, amount, surcharge: ZERO } as const;
  const received = receiveMoney(receipt, { invoices, wallet }, now);
  const { allocations, creditedToWallet } = received;
  const invoiceIds = invoices.map(({ id }) => id);
  const stored = newPayment(
    { userId, organizationId, gateway: 'stripe', isTest, invoiceIds, amount, currency },
    {
      status: 'SUCCEEDED',
      gatewayPaymentId,
      paymentMethodId: mirrored?.subscription.stripe.told?.paymentMethodId ?? null,
      allocations,
      creditedToWallet,
      processedAt: now,
    },
  );
  return {
    outcome: 'APPLIED',
    result: creditedToWallet > 0 ? 'PAYMENT_SUCCEEDED_WITH_WALLET_CREDIT' : 'PAYMENT_SUCCEEDED',
    writes: [
      ...(mirrored?.writes ?? []),
      create(paths.payment(paymentId), stored),
      ...received.writes,
      ...(mirrored === null ? [] : closed(mirrored.subscription, news.gatewayInvoiceId)),
    ],
  };
}

/** A try of ours for the invoice is what paid it, as far as anybody can tell, and is recorded so. */
function subjectOf({ subscription, invoiceId, invoice }: Mirrored, paymentId: string) {
  const { attempt } = subscription;
  const own = attempt?.invoiceId === invoiceId ? { ...attempt, paymentId } : attempt;
  return { id: invoiceId, invoice, subscription: { ...subscription, attempt: own } };
}

/** Nothing is left to be told of an invoice that was paid at Stripe. */
function closed({ id, stripe }: Known, gatewayInvoiceId: string): Write[] {
  if (stripe.openInvoice?.gatewayInvoiceId !== gatewayInvoiceId) return [];
  return [update(paths.subscription(id), { stripe: { ...stripe, openInvoice: null } })];
}

function failed(mirrored: Mirrored, news: DatedNews): FactDecision {
  const { subscription, invoiceId, invoice, writes } = mirrored;
  const due: MinorUnits = amountOwed(invoice);
  const { attempt, dunning, stripe, openInvoiceId } = subscription;
  if (due === 0) return ignored('INVOICE_SETTLED');
  if (openInvoiceId !== invoiceId || !allows('fail', subscription)) return ignored('NOT_DUNNED');
  // Its own answer tells of a try of ours, and is asked for until it has come.
  if (attempt !== null) return ignored('ATTEMPT_UNDER_WAY');
  if (dunning !== null) {
    const earlier = earlierDayZero(subscription, news.occurredAt);
    if (earlier.length === 0) return ignored('ALREADY_DUNNED');
    return { writes: earlier, outcome: 'APPLIED', result: 'DUNNING_BEGAN_EARLIER' };
  }
  const paymentMethodId = stripe.told?.paymentMethodId;
  if (paymentMethodId === undefined) return ignored('SUBSCRIPTION_NOT_BILLED_THERE');
  const attempted = { invoiceId, paymentMethodId };
  const failure = { reason: news.reason ?? 'GENERAL', due, isTest: news.isTest } as const;
  return {
    outcome: 'APPLIED',
    result: 'SUBSCRIPTION_PAST_DUE',
    writes: [...writes, ...firstTryFailed(subscription, attempted, failure, news.occurredAt)],
  };
}

function ignored(result: string): FactDecision {
  return { writes: [], outcome: 'IGNORED', result };
}

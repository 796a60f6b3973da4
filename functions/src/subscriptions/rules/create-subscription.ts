import { addDays, dayOf, startOfDay } from '../../core/calendar';
import type { Decision, Fields, Write } from '../../core/decision';
import { create } from '../../core/decision';
import { auditWrite } from '../../finance/rules/audit';
import type { Actor } from '../../finance/rules/audit';
import { buyerOf } from '../../customers/rules/buyer';
import { subscriptionEvent } from '../../notifications/rules/subscription-event';
import { gatewaysFor } from '../../payments/rules/choose-gateway';
import { BillingError, must } from '../../platform/errors';
import { paths } from '../../schema/paths';
import type { Plan } from '../../schema/plan';
import type { Trial } from '../../schema/trial';
import type {
  CreateSubscriptionAnswer,
  CreateSubscriptionRequest,
  PaymentWay,
  Subscription,
} from '../../schema/subscription';
import { firstPaymentEnds } from './attempt-failed';
import { trialsOf } from './trial-limit';
import type { BillingDocuments, Issuer } from './bill';
import { issueBill } from './bill';
import { engineActor } from './engine-actor';
import { firstPeriodText } from './line-texts';
import { FIRST_PAYMENT_DAYS, nextActionOf } from './next-action';
import type { ChargeOrder, MeansToPay } from './pay-bill';
import { orderOf, payBill } from './pay-bill';
import type { Period } from './period';
import { anchorDayOf, periodFrom } from './period';
import { line, termsOf } from './plan-change';
import { NOT_TOLD } from './stripe/billed-by-stripe';
import { periodInvoiceId } from './subscription-id';

export interface CreateDocuments extends BillingDocuments, MeansToPay {
  readonly existing: Subscription | null;
  readonly plan: Plan | null;
  /** The trials that the customer and their organization have had; asked for only where the plan has one. */
  readonly trials: readonly (Trial | null)[];
}

export interface CreateCommand extends Issuer {
  readonly subscriptionId: string;
  readonly request: CreateSubscriptionRequest;
  readonly actor: Actor;
  /** Whether this deployment lets Stripe bill the renewals of those who pay there. */
  readonly stripeMayBill: boolean;
}

/** The answer as the documents stand, and what is still to be charged. */
export interface Begun extends CreateSubscriptionAnswer {
  readonly order: ChargeOrder | null;
}

/**
 * Begins a subscription. With trial days it is ACTIVE at once and its first invoice comes at their end, once for each
 * customer and each organization; otherwise the first invoice is issued now, and the subscription is suspended, its
 * service not begun, until that is paid: at once by the wallet, in a moment by a kept card, or by the customer on the
 * invoice's page. Unpaid after a week it is given up. The same request again answers the first one's subscription.
 *
 * @throws BillingError PLAN_NOT_FOUND, PLAN_INACTIVE, TRIAL_USED, USER_NOT_FOUND, ORGANIZATION_NOT_FOUND, NOT_A_MEMBER;
 *   BUYER_INCOMPLETE, also on trial: its invoice will come.
 */
export function createSubscription(
  documents: CreateDocuments,
  command: CreateCommand,
  now: Date,
): Decision<Begun> {
  const { subscriptionId, request, actor } = command;
  const { existing } = documents;
  if (existing !== null) {
    const { status, openInvoiceId, attempt } = existing;
    const order = attempt === null ? null : orderOf({ ...existing, id: subscriptionId }, attempt);
    return { writes: [], result: { subscriptionId, status, invoiceId: openInvoiceId, order } };
  }
  const plan = must(documents.plan, 'PLAN_NOT_FOUND', { planId: request.planId });
  if (!plan.isActive) throw new BillingError('PLAN_INACTIVE', { planId: request.planId });
  const hasTrial = plan.trialDays > 0 && request.trial;
  if (hasTrial && documents.trials.some((trial) => trial !== null)) {
    throw new BillingError('TRIAL_USED', { planId: request.planId });
  }
  const fields = newSubscription(hasTrial ? plan : { ...plan, trialDays: 0 }, documents, command, now);
  const begun = hasTrial ? onTrial(fields, command, now) : invoiced(fields, documents, command, now);
  const path = paths.subscription(subscriptionId);
  return {
    writes: [...begun.writes, auditWrite(actor, 'subscription.create', path)],
    result: { subscriptionId, ...begun.result },
  };
}

type Part = Decision<Omit<Begun, 'subscriptionId'>>;

function onTrial(fields: Fields<Subscription>, { subscriptionId }: CreateCommand, now: Date): Part {
  const trial = { ...fields, status: 'ACTIVE' as const, startedAt: now, suspendedAt: null };
  const started = { ...trial, nextActionAt: nextActionOf(trial, now) };
  const facts = { cause: 'trial', next: { what: 'RENEWAL', at: fields.trialEnd } } as const;
  return {
    writes: [
      create(paths.subscription(subscriptionId), started),
      ...trialsOf(fields).map(({ path, organizationId }) =>
        create(path, { userId: fields.userId, organizationId, subscriptionId, planId: fields.planId }),
      ),
      subscriptionEvent('subscription.started', { ...started, id: subscriptionId }, facts, now),
    ],
    result: { status: 'ACTIVE', invoiceId: null, order: null },
  };
}

function invoiced(
  fields: Fields<Subscription>,
  documents: CreateDocuments,
  { subscriptionId, seller, numbering }: CreateCommand,
  now: Date,
): Part {
  const { planName, billingPeriod, price, taxRate, locale } = fields;
  const today = dayOf(now);
  const invoiceId = periodInvoiceId(subscriptionId, today);
  const bill = {
    invoiceId,
    lines: [line(firstPeriodText(planName, billingPeriod, locale), price, taxRate)],
    dueDate: addDays(today, FIRST_PAYMENT_DAYS),
    actor: engineActor('issue', invoiceId),
  };
  const subject = { ...fields, id: subscriptionId };
  const { invoice, writes } = issueBill(subject, bill, documents, { seller, numbering }, null, now);
  const waiting = { ...fields, openInvoiceId: invoiceId, nextActionAt: firstPaymentEnds(fields) };
  const stored = { ...waiting, id: subscriptionId, createdAt: now, updatedAt: now };
  const paid = payBill(stored, { invoiceId, invoice }, documents, now);
  const all: Write[] = [create(paths.subscription(subscriptionId), waiting), ...writes, ...paid.writes];
  const isSettled = paid.how === 'SETTLED';
  return {
    writes: all,
    result: { status: isSettled ? 'ACTIVE' : 'SUSPENDED', invoiceId, order: paid.order },
  };
}

function newSubscription(
  plan: Plan,
  { user: found, organization }: CreateDocuments,
  { request, actor, stripeMayBill }: CreateCommand,
  now: Date,
): Fields<Subscription> {
  const userId = actor.uid;
  const user = must(found, 'USER_NOT_FOUND', { userId });
  const organizationId = request.organizationId ?? null;
  if (organizationId !== null) {
    const { memberIds } = must(organization, 'ORGANIZATION_NOT_FOUND', { organizationId });
    if (!memberIds.includes(userId)) throw new BillingError('NOT_A_MEMBER', { organizationId });
  }
  const terms = termsOf(request.planId, plan);
  const { trialEnd, period, anchorDay } = firstPeriod(plan, now);
  return {
    userId,
    organizationId,
    ...terms,
    currency: plan.currency,
    locale: user.locale,
    buyer: buyerOf(user, organization),
    status: 'SUSPENDED',
    startedAt: null,
    anchorDay,
    currentPeriodStart: period.start,
    currentPeriodEnd: period.end,
    trialEnd,
    cancelAtPeriodEnd: false,
    cancelledAt: null,
    cancelReason: null,
    pendingTerms: null,
    pendingUpgrade: null,
    stripeSubscriptionId: null,
    stripe: stripeMayBill && isForStripe(user.country, plan.currency) ? NOT_TOLD : null,
    paymentWay: wayOf(request),
    openInvoiceId: null,
    attempt: null,
    attemptCount: 0,
    upgradeCount: 0,
    dunning: null,
    suspendedAt: null,
    nextActionAt: null,
  };
}

/** Whether Stripe is the customer's first gateway. What they pay with may still be something else, and change. */
function isForStripe(country: string, currency: string): boolean {
  return gatewaysFor({ country, currency })[0] === 'stripe';
}

/** A trial is a period of its own; the ones that are paid keep the day on which it ends. */
function firstPeriod(
  { trialDays, billingPeriod }: Plan,
  now: Date,
): { trialEnd: Date | null; period: Period; anchorDay: number } {
  const today = dayOf(now);
  if (trialDays === 0) {
    const anchorDay = anchorDayOf(today);
    return { trialEnd: null, period: periodFrom(today, billingPeriod, anchorDay), anchorDay };
  }
  const lastDay = addDays(today, trialDays);
  const trialEnd = startOfDay(lastDay);
  return { trialEnd, period: { start: startOfDay(today), end: trialEnd }, anchorDay: anchorDayOf(lastDay) };
}

export function wayOf({
  paymentMethodId,
  useWallet,
}: Pick<CreateSubscriptionRequest, 'paymentMethodId' | 'useWallet'>): PaymentWay {
  if (paymentMethodId === null) return { kind: 'LINK', paymentMethodId: null, useWallet };
  return { kind: 'CARD', paymentMethodId: paymentMethodId ?? null, useWallet };
}

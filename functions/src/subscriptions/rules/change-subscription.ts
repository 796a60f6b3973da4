import { addDays, dayOf, startOfDay } from '../../core/calendar';
import type { Decision, Fields, Write } from '../../core/decision';
import { update } from '../../core/decision';
import { auditWrite } from '../../finance/rules/audit';
import type { Actor } from '../../finance/rules/audit';
import { subscriptionEvent } from '../../notifications/rules/subscription-event';
import type { SubscriptionWithId } from '../../notifications/rules/subscription-event';
import { BillingError } from '../../platform/errors';
import { paths } from '../../schema/paths';
import type { Plan } from '../../schema/plan';
import type {
  ChangeSubscriptionAnswer,
  ChangeSubscriptionRequest,
  Subscription,
} from '../../schema/subscription';
import type { BillingDocuments, Issuer } from './bill';
import { issueBill } from './bill';
import { engineActor } from './engine-actor';
import { nextActionOf } from './next-action';
import type { ChargeOrder, MeansToPay } from './pay-bill';
import { orderOf, payBill } from './pay-bill';
import type { PlanChange } from './plan-change';
import { planChange } from './plan-change';
import { ownSubscription } from './own-subscription';
import { upgradeInvoiceId } from './subscription-id';

export interface ChangeDocuments extends BillingDocuments, MeansToPay {
  readonly subscription: Subscription | null;
  readonly plan: Plan | null;
}

export interface ChangeCommand extends Issuer {
  readonly request: ChangeSubscriptionRequest;
  readonly actor: Actor;
}

type Changed = ChangeSubscriptionAnswer & { readonly order: ChargeOrder | null };

/**
 * Changes the plan as it was shown. An upgrade is invoiced now and takes effect when that is paid, within its day; the
 * same request again meanwhile answers the same invoice.
 *
 * @throws BillingError as `planChange`; PREVIEW_OUTDATED when the amount is another than the customer confirmed;
 *   SUBSCRIPTION_NOT_FOUND.
 */
export function changeSubscription(
  documents: ChangeDocuments,
  { request, actor, ...issuer }: ChangeCommand,
  now: Date,
): Decision<Changed> {
  const { subscriptionId, planId, confirmedTotal } = request;
  const subscription = ownSubscription(documents.subscription, subscriptionId, actor);
  const { pendingUpgrade, attempt } = subscription;
  if (pendingUpgrade?.terms.planId === planId) {
    const order = attempt === null ? null : orderOf(subscription, attempt);
    const { invoiceId } = pendingUpgrade;
    return { writes: [], result: { subscriptionId, effective: 'NOW', invoiceId, order } };
  }
  const change = planChange(subscription, { planId, plan: documents.plan }, now);
  if (change.total !== confirmedTotal) throw new BillingError('PREVIEW_OUTDATED', { total: change.total });
  const audit = auditWrite(actor, 'subscription.change', paths.subscription(subscriptionId), planId);
  if (change.total > 0) {
    const { writes, result } = invoicedUpgrade(subscription, change, documents, issuer, now);
    return { writes: [...writes, audit], result };
  }
  const effective = change.effective === 'PERIOD_END' ? 'PERIOD_END' : 'NOW';
  return {
    writes: [...freeChange(subscription, change, now), audit],
    result: { subscriptionId, effective, invoiceId: null, order: null },
  };
}

function freeChange(subscription: SubscriptionWithId, change: PlanChange, now: Date): Write[] {
  const { id, upgradeCount } = subscription;
  const path = paths.subscription(id);
  switch (change.effective) {
    case 'KEEP':
      return [update(path, { pendingTerms: null })];
    case 'PERIOD_END':
      return [update(path, { pendingTerms: change.terms })];
    case 'NOW': {
      const changed = { ...change.terms, pendingTerms: null, upgradeCount: upgradeCount + 1 };
      const after = { ...subscription, ...changed };
      return [
        update(path, changed),
        subscriptionEvent('subscription.changed', after, { cause: String(changed.upgradeCount) }, now),
      ];
    }
  }
}

function invoicedUpgrade(
  subscription: SubscriptionWithId,
  { lines, terms, period }: PlanChange,
  documents: ChangeDocuments,
  issuer: Issuer,
  now: Date,
): Decision<Changed> {
  const { id } = subscription;
  const today = dayOf(now);
  const upgradeCount = subscription.upgradeCount + 1;
  const invoiceId = upgradeInvoiceId(id, today, upgradeCount);
  const bill = { invoiceId, lines, dueDate: today, actor: engineActor('issue', invoiceId) };
  const issued = issueBill(subscription, bill, documents, issuer, subscription.buyer, now);
  const expiresAt = startOfDay(addDays(today, 1));
  const pending: Partial<Fields<Subscription>> = {
    ...issued.customer,
    upgradeCount,
    pendingUpgrade: { invoiceId, terms, period, expiresAt },
  };
  const after = { ...subscription, ...pending };
  const paid = payBill(after, { invoiceId, invoice: issued.invoice }, documents, now);
  return {
    writes: [
      update(paths.subscription(id), { ...pending, nextActionAt: nextActionOf(after, now) }),
      ...issued.writes,
      ...paid.writes,
    ],
    result: { subscriptionId: id, effective: 'NOW', invoiceId, order: paid.order },
  };
}

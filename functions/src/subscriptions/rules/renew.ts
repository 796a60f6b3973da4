import { dayOf } from '../../core/calendar';
import type { Decision, Fields } from '../../core/decision';
import { update } from '../../core/decision';
import { subscriptionEvent } from '../../notifications/rules/subscription-event';
import type { SubscriptionWithId } from '../../notifications/rules/subscription-event';
import { paths } from '../../schema/paths';
import type { Subscription } from '../../schema/subscription';
import type { BillingDocuments, Issuer } from './bill';
import { issueBill } from './bill';
import { engineActor } from './engine-actor';
import { periodText } from './line-texts';
import { lookAgainAt } from './next-action';
import type { MeansToPay, PaidBill } from './pay-bill';
import { payBill } from './pay-bill';
import { periodFrom } from './period';
import { line } from './plan-change';
import { periodInvoiceId } from './subscription-id';

/**
 * Begins the period that follows the one that is over: its invoice with its number, the intent to pay it, and the plan
 * that was to replace the old one, all at once. A sweep that comes late finds one period after the other due, and each
 * is billed by its own terms.
 */
export function renew(
  subscription: SubscriptionWithId,
  documents: BillingDocuments & MeansToPay,
  issuer: Issuer,
  now: Date,
): Decision<PaidBill> {
  const { id, pendingTerms, currentPeriodEnd, anchorDay, buyer } = subscription;
  const terms = { ...subscription, ...pendingTerms };
  const start = dayOf(currentPeriodEnd);
  const period = periodFrom(start, terms.billingPeriod, anchorDay);
  const invoiceId = periodInvoiceId(id, start);
  const bill = {
    invoiceId,
    lines: [line(periodText(terms.planName, period, subscription.locale), terms.price, terms.taxRate)],
    dueDate: dayOf(now),
    actor: engineActor('issue', invoiceId),
  };
  const issued = issueBill(terms, bill, documents, issuer, buyer, now);
  const begun: Partial<Fields<Subscription>> = {
    ...pendingTerms,
    ...issued.customer,
    pendingTerms: null,
    currentPeriodStart: period.start,
    currentPeriodEnd: period.end,
    openInvoiceId: invoiceId,
    nextActionAt: lookAgainAt(now),
  };
  const after = { ...subscription, ...begun };
  const paid = payBill(after, { invoiceId, invoice: issued.invoice }, documents, now);
  const facts = { cause: invoiceId, invoiceId, amount: issued.invoice.total };
  return {
    writes: [
      update(paths.subscription(id), begun),
      ...issued.writes,
      ...paid.writes,
      ...(pendingTerms === null ? [] : [subscriptionEvent('subscription.changed', after, facts, now)]),
      ...(paid.how === 'OPEN'
        ? [
            subscriptionEvent(
              'subscription.paymentDue',
              after,
              { ...facts, next: { what: 'REMINDER', at: lookAgainAt(now) } },
              now,
            ),
          ]
        : []),
    ],
    result: paid,
  };
}

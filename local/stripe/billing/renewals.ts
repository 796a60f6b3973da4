import type Stripe from 'stripe';
import { idOf, type Call } from '../world';
import { draftInvoice, finalizeInvoice, voidInvoice } from './invoice';
import { tryToPay } from './pay-invoice';
import { periodEnd } from './period';
import { changeSubscription, endSubscription, itemOf, withItem } from './subscription';

/** One thing that Stripe's billing does by itself, and when. */
interface Due {
  at: number;
  run: (call: Call) => void;
}

/**
 * The next thing that billing does by itself, at the latest at `until`: a period that begins or the end of a
 * subscription, or an invoice that is finalized and charged. Null when there is none.
 */
export function nextBilling(objects: Call['objects'], until: number): Due | null {
  const all = [...periodsDue(objects), ...draftsDue(objects)].filter(({ at }) => at <= until);
  return all.sort((a, b) => a.at - b.at)[0] ?? null;
}

function periodsDue(objects: Call['objects']): Due[] {
  return [...objects.subscriptions.values()]
    .filter(({ status }) => ['active', 'trialing', 'past_due'].includes(status))
    .map((subscription) => ({
      at: itemOf(subscription).current_period_end,
      run: (call) => {
        if (subscription.cancel_at_period_end) endSubscription(call, subscription, 'cancellation_requested');
        else renew(call, subscription);
      },
    }));
}

function renew(call: Call, subscription: Stripe.Subscription): void {
  const item = itemOf(subscription);
  const start = item.current_period_end;
  const interval = item.price.recurring?.interval ?? 'month';
  const period = {
    current_period_start: start,
    current_period_end: periodEnd(start, interval, subscription.billing_cycle_anchor),
  };
  const renewed = changeSubscription(call, subscription, {
    items: withItem(subscription, period),
    status: subscription.status === 'trialing' ? 'active' : subscription.status,
  });
  const invoice = draftInvoice(call, renewed, 'subscription_cycle');
  call.objects.subscriptions.set(renewed.id, { ...renewed, latest_invoice: invoice.id });
}

function draftsDue(objects: Call['objects']): Due[] {
  return [...objects.invoices.values()]
    .filter(({ status, auto_advance: advances }) => status === 'draft' && advances === true)
    .map((draft) => ({
      at: draft.automatically_finalizes_at ?? draft.created,
      run: (call) => {
        advanceInvoice(call, draft);
      },
    }));
}

/** Finalizes a draft and charges for it, unless its subscription's collection is paused. */
export function advanceInvoice(call: Call, draft: Stripe.Invoice): void {
  const id = idOf(draft.parent?.subscription_details?.subscription) ?? '';
  const subscription = call.objects.subscriptions.get(id);
  const open = finalizeInvoice(call, draft);
  if (open.status !== 'open') return;
  if (subscription?.pause_collection?.behavior === 'void') voidInvoice(call, open);
  else tryToPay(call, open, 'stripe');
}

import type Stripe from 'stripe';
import { newId } from '../ids';
import type { Call } from '../world';
import type { NewPrice } from './price';
import { createPrice, planOf } from './price';
import { periodEnd } from './period';

export interface NewSubscription {
  customer: string;
  price: NewPrice;
  defaultPaymentMethod: string | null;
  metadata: Record<string, string>;
  trialEnd: number | null;
  cancelAtPeriodEnd: boolean;
  billingMode: 'classic' | 'flexible';
}

/** Stores a subscription whose first period begins now: a trial when it has one, else waiting for its first payment. */
export function storeSubscription(call: Call, given: NewSubscription): Stripe.Subscription {
  const { price: newPrice, trialEnd } = given;
  const id = newId('sub');
  const price = createPrice(call, newPrice);
  const anchor = trialEnd ?? call.now;
  const end = trialEnd ?? periodEnd(call.now, newPrice.interval, anchor);
  const subscription: Stripe.Subscription = {
    id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: anchor,
    billing_cycle_anchor_config: null,
    billing_mode: { flexible: null, type: given.billingMode },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: given.cancelAtPeriodEnd ? end : null,
    cancel_at_period_end: given.cancelAtPeriodEnd,
    canceled_at: null,
    cancellation_details: null,
    collection_method: 'charge_automatically',
    created: call.now,
    currency: newPrice.currency,
    customer: given.customer,
    customer_account: null,
    days_until_due: null,
    default_payment_method: given.defaultPaymentMethod,
    default_source: null,
    description: null,
    discounts: [],
    ended_at: null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    items: {
      object: 'list',
      data: [
        {
          id: newId('si'),
          object: 'subscription_item',
          billing_thresholds: null,
          created: call.now,
          current_period_end: end,
          current_period_start: call.now,
          current_trial: null,
          discounts: [],
          metadata: {},
          plan: planOf(price),
          price,
          quantity: 1,
          subscription: id,
          tax_rates: [],
        },
      ],
      has_more: false,
      url: `/v1/subscription_items?subscription=${id}`,
    },
    latest_invoice: null,
    livemode: false,
    managed_payments: null,
    metadata: given.metadata,
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: 'off',
    },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: call.now,
    status: trialEnd === null ? 'incomplete' : 'trialing',
    test_clock: null,
    transfer_data: null,
    trial_end: trialEnd,
    trial_settings: {
      end_behavior: { billing_cycle_anchor: null, missing_payment_method: 'create_invoice' },
    },
    trial_start: trialEnd === null ? null : call.now,
  };
  call.objects.subscriptions.set(id, subscription);
  return subscription;
}

/** Changes a subscription; the event carries the old values of the fields that differ. */
export function changeSubscription(
  call: Call,
  subscription: Stripe.Subscription,
  changes: Partial<Stripe.Subscription>,
): Stripe.Subscription {
  const changed: Stripe.Subscription = { ...subscription, ...changes };
  const previous = Object.fromEntries(
    Object.entries(subscription).filter(
      ([field, value]) =>
        JSON.stringify(value) !== JSON.stringify(changed[field as keyof Stripe.Subscription]),
    ),
  );
  call.objects.subscriptions.set(subscription.id, changed);
  if (Object.keys(previous).length > 0) call.emit('customer.subscription.updated', changed, previous);
  return changed;
}

/** The one item that the stand-in lets a subscription have. */
export function itemOf(subscription: Stripe.Subscription): Stripe.SubscriptionItem {
  const [item] = subscription.items.data;
  if (!item) throw new Error(`subscription ${subscription.id} has no item`);
  return item;
}

export function withItem(
  subscription: Stripe.Subscription,
  changes: Partial<Stripe.SubscriptionItem>,
): Stripe.Subscription['items'] {
  return { ...subscription.items, data: [{ ...itemOf(subscription), ...changes }] };
}

/** Ends a subscription, for good. */
export function endSubscription(
  call: Call,
  subscription: Stripe.Subscription,
  reason: 'cancellation_requested' | 'payment_failed',
): Stripe.Subscription {
  const ended: Stripe.Subscription = {
    ...subscription,
    canceled_at: subscription.canceled_at ?? call.now,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason },
    ended_at: call.now,
    status: 'canceled',
  };
  call.objects.subscriptions.set(subscription.id, ended);
  call.emit('customer.subscription.deleted', ended);
  return ended;
}

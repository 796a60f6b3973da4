import type Stripe from 'stripe';
import { z } from 'zod';
import { endpoint, type Endpoint } from '../api/endpoint';
import { invalidRequest, missingParameter, resourceMissing } from '../api/errors';
import { page } from '../api/pagination';
import {
  boolean,
  clearable,
  currency,
  integer,
  mergeMetadata,
  metadata,
  oneOf,
  paging,
  text,
} from '../api/parameters';
import { draftInvoice, finalizeInvoice, replaceInvoice, voidInvoice } from '../billing/invoice';
import { declinedInvoice, tryToPay } from '../billing/pay-invoice';
import { createPrice, planOf, type NewPrice } from '../billing/price';
import {
  changeSubscription,
  endSubscription,
  itemOf,
  storeSubscription,
  withItem,
} from '../billing/subscription';
import { requireUsable, resolvePaymentMethod } from '../payments/payment-method';
import { idOf, type Call } from '../world';
import { findCustomer } from './customers';
import { findProduct } from './products';
import { requireChargeable } from './shared-fields';

const priceData = z.strictObject({
  currency: currency(),
  product: text(),
  unit_amount: integer(0),
  recurring: z.strictObject({ interval: oneOf('month', 'year') }),
});

const shared = {
  cancel_at_period_end: boolean().optional(),
  default_payment_method: text().optional(),
  metadata: clearable(metadata()).optional(),
  off_session: boolean().optional(),
  payment_behavior: oneOf('allow_incomplete', 'default_incomplete', 'error_if_incomplete').optional(),
  /** Prorations are not imitated: whoever wants one has to be told. */
  proration_behavior: oneOf('none').optional(),
  trial_end: integer().optional(),
};

const createFields = {
  ...shared,
  customer: text(),
  items: z.array(z.strictObject({ price_data: priceData })),
  billing_mode: z.strictObject({ type: oneOf('classic', 'flexible') }).optional(),
};

const updateFields = {
  ...shared,
  items: z.array(z.strictObject({ id: text(), price_data: priceData.optional() })).optional(),
  pause_collection: clearable(z.strictObject({ behavior: oneOf('void') })).optional(),
};

const missing = (id: string, param: string, status: 400 | 404 = 400) =>
  resourceMissing('subscription', id, param, status);

export function findSubscription(call: Call, id: string): Stripe.Subscription {
  const subscription = call.objects.subscriptions.get(id);
  if (!subscription) throw missing(id, 'id', 404);
  return subscription;
}

function newPrice(call: Call, given: z.output<typeof priceData>, index: number): NewPrice {
  const { currency: code, product, unit_amount: unitAmount, recurring } = given;
  findProduct(call, product, `items[${index}][price_data][product]`);
  requireChargeable(unitAmount, code, `items[${index}][price_data][unit_amount]`);
  return { currency: code, product, unitAmount, interval: recurring.interval };
}

function requireFuture(call: Call, trialEnd: number | undefined): void {
  if (trialEnd !== undefined && trialEnd <= call.now) {
    throw invalidRequest('Invalid timestamp: must be an integer Unix timestamp in the future.', {
      param: 'trial_end',
    });
  }
}

function methodOf(call: Call, id: string | undefined, customer: string): string | null {
  if (id === undefined) return null;
  const method = resolvePaymentMethod(call, id, 'default_payment_method');
  if (idOf(method.customer) !== customer) {
    throw invalidRequest(
      `The customer does not have a payment method with the ID ${id}. The payment method must be attached to ` +
        'the customer.',
      { code: 'resource_missing', param: 'default_payment_method' },
    );
  }
  requireUsable(call, method, customer);
  return method.id;
}

/** One currency at a time: Stripe bills a customer in that of what runs already. */
function requireOneCurrency(call: Call, customer: string, code: string): void {
  const running = [...call.objects.subscriptions.values()].find(
    (other) => other.customer === customer && other.status !== 'canceled' && other.currency !== code,
  );
  if (!running) return;
  throw invalidRequest(
    'You cannot combine currencies on a single customer. This customer has an active subscription, ' +
      `subscription schedule, discount, quote, or invoice item with currency ${running.currency}.`,
  );
}

function create(call: Call, given: z.output<z.ZodObject<typeof createFields>>): Stripe.Subscription {
  const { id: customer } = findCustomer(call, given.customer, 'customer');
  const [item, ...others] = given.items;
  if (!item) throw missingParameter('items');
  if (others.length > 0) throw invalidRequest('The stand-in bills one item.', { param: 'items' });
  requireFuture(call, given.trial_end);
  const price = newPrice(call, item.price_data, 0);
  requireOneCurrency(call, customer, price.currency);
  const stored = storeSubscription(call, {
    customer,
    price,
    defaultPaymentMethod: methodOf(call, given.default_payment_method, customer),
    metadata: mergeMetadata({}, given.metadata),
    trialEnd: given.trial_end ?? null,
    cancelAtPeriodEnd: given.cancel_at_period_end ?? false,
    billingMode: given.billing_mode?.type ?? 'flexible',
  });
  call.emit('customer.subscription.created', stored);
  const invoice = finalizeInvoice(call, draftInvoice(call, stored, 'subscription_create'));
  const invoiced: Stripe.Subscription = { ...stored, latest_invoice: invoice.id };
  call.objects.subscriptions.set(stored.id, invoiced);
  if (invoice.status !== 'open' || given.payment_behavior === 'default_incomplete') return invoiced;
  const { failure, intent, invoice: tried } = tryToPay(call, invoice, 'stripe');
  if (failure && given.payment_behavior === 'error_if_incomplete') {
    voidInvoice(call, tried);
    endSubscription(call, findSubscription(call, stored.id), 'payment_failed');
    throw declinedInvoice(failure, intent);
  }
  return findSubscription(call, stored.id);
}

/** What a change does: to the price from the next period on, to the period's end, to who is charged, or whether. */
function update(
  call: Call,
  given: z.output<z.ZodObject<typeof updateFields>>,
  id: string,
): Stripe.Subscription {
  const subscription = findSubscription(call, id);
  if (subscription.status === 'canceled') {
    throw invalidRequest('A canceled subscription can only update its cancellation_details and metadata.');
  }
  requireFuture(call, given.trial_end);
  const customer = idOf(subscription.customer) ?? '';
  const item = itemOf(subscription);
  const [asked] = given.items ?? [];
  if (asked && asked.id !== item.id) {
    throw invalidRequest(`Invalid subscription_item id: ${asked.id}`, { param: 'items[0][id]' });
  }
  const price = asked?.price_data ? createPrice(call, newPrice(call, asked.price_data, 0)) : item.price;
  const trialEnd = given.trial_end;
  const end = trialEnd ?? item.current_period_end;
  const ends = given.cancel_at_period_end ?? subscription.cancel_at_period_end;
  const changed = changeSubscription(call, subscription, {
    items: withItem(subscription, {
      plan: planOf(price),
      price,
      ...(trialEnd === undefined ? {} : { current_period_start: call.now, current_period_end: trialEnd }),
    }),
    ...(trialEnd === undefined
      ? {}
      : { status: 'trialing' as const, trial_end: trialEnd, billing_cycle_anchor: trialEnd }),
    cancel_at: ends ? end : null,
    cancel_at_period_end: ends,
    canceled_at: ends ? (subscription.canceled_at ?? call.now) : null,
    default_payment_method:
      methodOf(call, given.default_payment_method, customer) ?? idOf(subscription.default_payment_method),
    metadata: mergeMetadata(subscription.metadata, given.metadata),
    ...(given.pause_collection === undefined
      ? {}
      : {
          pause_collection: given.pause_collection && { ...given.pause_collection, resumes_at: null },
        }),
  });
  if (trialEnd === undefined) return changed;
  const invoice = finalizeInvoice(call, draftInvoice(call, changed, 'subscription_update'));
  const invoiced: Stripe.Subscription = { ...changed, latest_invoice: invoice.id };
  call.objects.subscriptions.set(id, invoiced);
  return invoiced;
}

/** Open invoices of a subscription that ends are no longer charged by themselves. */
function cancel(call: Call, id: string): Stripe.Subscription {
  const subscription = call.objects.subscriptions.get(id);
  if (!subscription || subscription.status === 'canceled') throw missing(id, 'id', 404);
  for (const invoice of call.objects.invoices.values()) {
    const isOfIt = idOf(invoice.parent?.subscription_details?.subscription) === id;
    if (isOfIt && (invoice.status === 'open' || invoice.status === 'draft')) {
      replaceInvoice(call, invoice, { auto_advance: false });
    }
  }
  return endSubscription(call, subscription, 'cancellation_requested');
}

const listFields = {
  ...paging,
  customer: text().optional(),
  status: oneOf('active', 'all', 'canceled', 'ended', 'incomplete', 'past_due', 'trialing').optional(),
};

function list(call: Call, { customer, status, ...request }: z.output<z.ZodObject<typeof listFields>>) {
  const found = [...call.objects.subscriptions.values()]
    .filter((subscription) => customer === undefined || subscription.customer === customer)
    .filter((subscription) => {
      if (status === 'all') return true;
      return status === undefined ? subscription.status !== 'canceled' : subscription.status === status;
    })
    .toReversed();
  return page(found, request, '/v1/subscriptions', missing);
}

const cancelFields = { invoice_now: boolean().optional(), prorate: boolean().optional() };

export const subscriptionEndpoints: readonly Endpoint[] = [
  endpoint('post', '/subscriptions', createFields, create),
  endpoint('get', '/subscriptions', listFields, list),
  endpoint('get', '/subscriptions/:id', {}, (call, _given, id) => findSubscription(call, id)),
  endpoint('post', '/subscriptions/:id', updateFields, update),
  endpoint('delete', '/subscriptions/:id', cancelFields, (call, _given, id) => cancel(call, id)),
];

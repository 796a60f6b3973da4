import type Stripe from 'stripe';
import { periodEnd } from '../billing/period';
import { aPayer, aSubscription, latestInvoice, moveOn, subscriptionOf } from '../testing/billing';
import type { Harness } from '../testing/harness';
import { errorOf, startHarness } from '../testing/harness';
import { idOf } from '../world';

let harness: Harness;

beforeEach(async () => {
  harness = await startHarness();
});
afterEach(() => harness.close());

/** The types of the events of billing since the last look, oldest first. */
async function billingEvents(): Promise<string[]> {
  return (await harness.types()).filter((type) => /^(invoice|customer\.subscription)\./.test(type));
}

test('the paid period is a trial: an invoice over nothing, and the card is left alone', async () => {
  const subscription = await aSubscription(harness);
  expect(subscription).toMatchObject({
    status: 'trialing',
    trial_end: subscription.items.data[0]?.current_period_end,
    metadata: { subscriptionId: 'sub-1' },
  });
  expect(await billingEvents()).toEqual([
    'customer.subscription.created',
    'invoice.created',
    'invoice.finalized',
    'invoice.paid',
    'invoice.payment_succeeded',
  ]);
});

test('without a trial the first period is charged at once', async () => {
  const subscription = await aSubscription(harness, 'pm_card_visa', { trial_end: undefined });
  expect(subscription.status).toBe('active');
  const invoice = await harness.client.invoices.retrieve(idOf(subscription.latest_invoice) ?? '', {
    expand: ['payments.data.payment.payment_intent'],
  });
  expect(invoice).toMatchObject({
    status: 'paid',
    amount_paid: 1200,
    billing_reason: 'subscription_create',
    payments: { data: [{ status: 'paid', payment: { payment_intent: { status: 'succeeded' } } }] },
  });
});

test('a card that is refused at the beginning: incomplete, or nothing when that is asked for', async () => {
  const asked = { trial_end: undefined };
  const incomplete = await aSubscription(harness, 'pm_card_chargeCustomerFail', asked);
  expect(incomplete.status).toBe('incomplete');
  const error = await errorOf(
    aSubscription(harness, 'pm_card_chargeCustomerFail', {
      ...asked,
      payment_behavior: 'error_if_incomplete',
    }),
  );
  expect(error).toMatchObject({ type: 'StripeCardError', statusCode: 402, code: 'card_declined' });
});

test('a period begins by itself: its invoice is finalized an hour later, and charged', async () => {
  const { id } = await aSubscription(harness);
  const before = (await billingEvents()).length;
  await moveOn(harness, 11);
  expect((await billingEvents()).slice(before)).toEqual([
    'customer.subscription.updated',
    'invoice.created',
    'invoice.finalized',
    'invoice.paid',
    'invoice.payment_succeeded',
  ]);
  const invoice = await latestInvoice(harness, id);
  expect(invoice).toMatchObject({
    status: 'paid',
    billing_reason: 'subscription_cycle',
    parent: { subscription_details: { subscription: id, metadata: { subscriptionId: 'sub-1' } } },
    attempt_count: 1,
  });
  expect(invoice.status_transitions.finalized_at).toBe(invoice.created + 3600);
  const subscription = await harness.client.subscriptions.retrieve(id);
  expect(subscription.items.data[0]?.current_period_start).toBe(subscription.trial_end);
});

test('a card that is refused on renewal: past due, and active again once it is paid', async () => {
  const { id } = await aSubscription(harness, 'pm_card_chargeCustomerFail');
  await moveOn(harness, 11);
  expect((await harness.client.subscriptions.retrieve(id)).status).toBe('past_due');
  const open = await latestInvoice(harness, id);
  expect(open).toMatchObject({ status: 'open', attempt_count: 1, next_payment_attempt: null });
  // A try of the merchant's does not count, one of Stripe's does.
  expect(await errorOf(harness.client.invoices.pay(open.id))).toMatchObject({ code: 'card_declined' });
  expect(await harness.control('retry', { invoice: open.id })).toMatchObject({ attempt_count: 2 });
  const { id: other } = await harness.client.paymentMethods.attach('pm_card_mastercard', {
    customer: idOf(open.customer) ?? '',
  });
  expect(await harness.client.invoices.pay(open.id, { payment_method: other })).toMatchObject({
    status: 'paid',
    attempt_count: 2,
  });
  expect((await harness.client.subscriptions.retrieve(id)).status).toBe('active');
});

test('a paused subscription goes on, and its invoices are void', async () => {
  const { id } = await aSubscription(harness);
  await harness.client.subscriptions.update(id, { pause_collection: { behavior: 'void' } });
  await moveOn(harness, 11);
  expect((await latestInvoice(harness, id)).status).toBe('void');
  const resumed = await harness.client.subscriptions.update(id, { pause_collection: '' });
  expect(resumed.pause_collection).toBeNull();
});

test('it ends with its period, unless that is taken back', async () => {
  const { id } = await aSubscription(harness);
  await harness.client.subscriptions.update(id, { cancel_at_period_end: true });
  await harness.client.subscriptions.update(id, { cancel_at_period_end: false });
  await harness.client.subscriptions.update(id, { cancel_at_period_end: true });
  await moveOn(harness, 11);
  expect(await harness.client.subscriptions.retrieve(id)).toMatchObject({ status: 'canceled' });
  expect((await billingEvents()).at(-1)).toBe('customer.subscription.deleted');
});

test('a change tells what was before, and costs nothing now', async () => {
  const subscription = await aSubscription(harness);
  const [item] = subscription.items.data;
  const product = idOf(item?.price.product) ?? '';
  const changed = await harness.client.subscriptions.update(subscription.id, {
    items: [
      {
        id: item?.id ?? '',
        price_data: { currency: 'eur', product, unit_amount: 3000, recurring: { interval: 'year' } },
      },
    ],
    trial_end: harness.running.now() + 1_000_000,
    proration_behavior: 'none',
    metadata: { order: '2' },
  });
  expect(changed.metadata).toEqual({ subscriptionId: 'sub-1', order: '2' });
  expect(changed.items.data[0]).toMatchObject({ id: item?.id, price: { unit_amount: 3000 } });
  const [event] = (await harness.client.events.list({ type: 'customer.subscription.updated' })).data;
  expect(event?.data.previous_attributes).toMatchObject({ metadata: { subscriptionId: 'sub-1' } });
  expect((await harness.client.invoices.list({ subscription: subscription.id })).data).toMatchObject([
    { total: 0, billing_reason: 'subscription_update' },
    { total: 0, billing_reason: 'subscription_create' },
  ]);
});

test('the same key answers the same subscription', async () => {
  const params = subscriptionOf(harness, await aPayer(harness));
  const once = await harness.client.subscriptions.create(params, { idempotencyKey: 'k' });
  const again = await harness.client.subscriptions.create(params, { idempotencyKey: 'k' });
  expect(again.id).toBe(once.id);
  expect(
    (await harness.client.subscriptions.list({ customer: idOf(once.customer) ?? '' })).data,
  ).toHaveLength(1);
});

describe('is refused', () => {
  const price = { currency: 'eur', unit_amount: 1200, recurring: { interval: 'month' as const } };

  test.each<[string, Partial<Stripe.SubscriptionCreateParams>, object]>([
    [
      'a customer who is not there',
      { customer: 'cus_none' },
      { code: 'resource_missing', param: 'customer' },
    ],
    [
      'a product that is not there',
      { items: [{ price_data: { ...price, product: 'prod_none' } }] },
      { code: 'resource_missing', param: 'items[0][price_data][product]' },
    ],
    [
      'a card of nobody’s',
      { default_payment_method: 'pm_card_visa' },
      { code: 'resource_missing', param: 'default_payment_method' },
    ],
    ['a trial that is over', { trial_end: 1_000_000 }, { param: 'trial_end' }],
    ['no item', { items: [] }, { code: 'parameter_missing', param: 'items' }],
    ['a word that Stripe does not know', { payment_behavior: 'hope' }, { param: 'payment_behavior' }],
  ])('%s', async (_edge, changes, expected) => {
    const params = subscriptionOf(harness, await aPayer(harness), changes);
    expect(await errorOf(harness.client.subscriptions.create(params))).toMatchObject({
      statusCode: 400,
      ...expected,
    });
  });

  test('another currency than that of what runs', async () => {
    const payer = await aPayer(harness);
    await harness.client.subscriptions.create(subscriptionOf(harness, payer));
    const { product } = payer;
    const items = [{ price_data: { ...price, currency: 'usd', product } }];
    const error = await errorOf(
      harness.client.subscriptions.create(subscriptionOf(harness, payer, { items })),
    );
    expect(error.message).toMatch(/cannot combine currencies/);
  });

  test('a change and a second end of one that is over', async () => {
    const { id } = await aSubscription(harness);
    await harness.client.subscriptions.cancel(id, { invoice_now: false, prorate: false });
    expect(
      await errorOf(harness.client.subscriptions.update(id, { cancel_at_period_end: true })),
    ).toMatchObject({ statusCode: 400 });
    expect(await errorOf(harness.client.subscriptions.cancel(id))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
  });

  test('a product that is there already', async () => {
    await harness.client.products.create({ id: 'pro', name: 'Pro' });
    expect(await errorOf(harness.client.products.create({ id: 'pro', name: 'Pro' }))).toMatchObject({
      code: 'resource_already_exists',
    });
  });
});

test.each([
  ['a month', '2026-03-10T21:00:00Z', 'month', '2026-03-10T21:00:00Z', '2026-04-10T21:00:00Z'],
  ['a shorter month', '2026-01-31T08:00:00Z', 'month', '2026-01-31T08:00:00Z', '2026-02-28T08:00:00Z'],
  ['the anchor after it', '2026-02-28T08:00:00Z', 'month', '2026-01-31T08:00:00Z', '2026-03-31T08:00:00Z'],
  ['a year from 29 February', '2028-02-29T08:00:00Z', 'year', '2028-02-29T08:00:00Z', '2029-02-28T08:00:00Z'],
])('a period is %s', (_edge, start, interval, anchor, end) => {
  const seconds = (instant: string) => Date.parse(instant) / 1000;
  expect(periodEnd(seconds(start), interval, seconds(anchor))).toBe(seconds(end));
});

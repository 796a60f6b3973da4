import type Stripe from 'stripe';
import {
  aBilledSubscription,
  aBilledSubscriptionBeforeBasil,
  aBillingInvoice,
  aBillingInvoiceBeforeBasil,
  aCharge,
  aCheckoutSession,
  aDeclinedPaymentIntent,
  aDispute,
  anEvent,
  aPaymentIntent,
  aSetupIntent,
  aStripeCustomer,
  aStripeMethod,
  ourMetadata,
  subscriptionMetadata,
} from '../../../testing/stripe-factories';
import { gatewayInvoicePaymentId } from '../../../payments/rules/gateway-invoice-payment-id';
import { BillingError } from '../../../platform/errors';
import type { Lookup } from '../lookup';
import { HANDLED_TYPES, readStripeEvent } from '.';

const PROJECT = 'demo-project';
const payment = {
  paymentId: 'payment-1',
  owner: { userId: 'user-1', invoiceIds: ['invoice-1'], currency: 'TRY' },
};
/** As a lookup answers it: its customer expanded. */
const KEPT = aStripeMethod({ customer: aStripeCustomer() });

const succeeded = (override: object = {}) => ({
  kind: 'PAYMENT_SUCCEEDED',
  payment,
  gatewayPaymentId: 'pi_3Q0000000000000000000001',
  amount: 12_000,
  charged: 12_000,
  currency: 'TRY',
  installment: 1,
  isTest: true,
  paytrHash: null,
  ...override,
});
const refunded = (override: object = {}) => ({
  kind: 'PAYMENT_REFUNDED',
  payment,
  refundedTotal: 4_000,
  currency: 'TRY',
  ...override,
});
const disputed = (kind: string, override: object = {}) => ({
  kind,
  payment,
  dispute: {
    gatewayDisputeId: 'du_1Q0000000000000000000001',
    amount: 12_000,
    currency: 'TRY',
    reason: 'fraudulent',
  },
  ...override,
});
const methodSaved = {
  kind: 'METHOD_SAVED',
  userId: 'user-1',
  method: {
    gatewayMethodId: KEPT.id,
    type: 'card',
    brand: 'visa',
    lastFour: '4242',
    expMonth: 12,
    expYear: 2034,
  },
};
const subscription = {
  subscriptionId: 'subscription-1',
  gatewaySubscriptionId: 'sub_1Q0000000000000000000001',
};
const subscriptionInvoice = (kind: string, override: object = {}) => ({
  kind,
  subscription,
  gatewayInvoiceId: 'in_1Q0000000000000000000001',
  agreement: null,
  gatewayPaymentId: kind === 'SUBSCRIPTION_INVOICE_PAID' ? 'pi_3Q0000000000000000000001' : null,
  period: { start: new Date('2026-03-25T21:00:00Z'), end: new Date('2026-04-25T21:00:00Z') },
  amount: 12_000,
  currency: 'TRY',
  isTest: true,
  reason: kind === 'SUBSCRIPTION_INVOICE_FAILED' ? 'GENERAL' : null,
  ...override,
});
const subscriptionNews = (kind: string, override: object = {}) => ({
  kind,
  subscription,
  status: 'active',
  currentPeriod: { start: new Date('2026-03-10T10:00:00Z'), end: new Date('2026-04-10T10:00:00Z') },
  cancelAtPeriodEnd: false,
  orderNumber: null,
  ...override,
});
/** What an invoice carries that Stripe has made by our order. */
const agreed = {
  ...subscriptionMetadata,
  userId: 'user-1',
  organizationId: '-',
  order: '3',
  planId: 'pro',
  planName: 'Pro',
  billingPeriod: 'monthly',
  price: '10000',
  taxRate: '20',
};
const agreement = {
  userId: 'user-1',
  organizationId: null,
  terms: {
    planId: 'pro',
    planName: 'Pro',
    billingPeriod: 'monthly',
    price: 10_000,
    taxRate: 20,
  },
};
/** The same, as a webhook has it: without what pays it. */
const anAgreedInvoice = (metadata: Stripe.Metadata = agreed) => {
  const details = { metadata, subscription: subscription.gatewaySubscriptionId };
  return aBillingInvoice({
    parent: { type: 'subscription_details', quote_details: null, subscription_details: details },
    payments: undefined,
  });
};
/** The intent of a kept card's charge. */
const PAGELESS = { metadata: { ...ourMetadata, page: 'none' } };
const methodRemoved = { kind: 'METHOD_REMOVED', gatewayMethodId: KEPT.id };
const failed = (override: object) => ({ kind: 'PAYMENT_FAILED', payment, ...override });
const nothing = (why: string) => ({ kind: 'NOTHING_FOR_US', why });

/** Objects that Stripe has, by id. The calls themselves are tried in local/flows against the stand-in. */
function stripeHaving(objects: readonly { readonly id: string }[]): Lookup {
  const find = (id: string) => objects.find((object) => object.id === id);
  return {
    invoice: (id) => Promise.resolve((find(id) as Stripe.Invoice | undefined) ?? null),
    subscription: (id) => Promise.resolve((find(id) as Stripe.Subscription | undefined) ?? null),
    invoiceOfIntent: (intentId) =>
      Promise.resolve((find(`invoice of ${intentId}`) as Stripe.Invoice | undefined) ?? null),
    paymentIntent: (id) => Promise.resolve((find(id) as Stripe.PaymentIntent | undefined) ?? null),
    paymentMethod: (id) => Promise.resolve((find(id) as Stripe.PaymentMethod | undefined) ?? null),
  };
}

const OURS = stripeHaving([aPaymentIntent(), KEPT]);

const read = (
  type: Stripe.Event.Type,
  object: object,
  { lookup = OURS, ...override }: Partial<Stripe.EventBase> & { lookup?: Lookup } = {},
) => readStripeEvent(anEvent(type, object, override), { project: PROJECT, lookup });

const expandedIntent = { payment_intent: aPaymentIntent({ id: 'pi_expanded' }) };

test.each<[Stripe.Event.Type, string, object, object]>([
  ['checkout.session.completed', 'paid by card', aCheckoutSession(), succeeded()],
  [
    'checkout.session.completed',
    'with its intent expanded',
    aCheckoutSession(expandedIntent),
    succeeded({ gatewayPaymentId: 'pi_expanded' }),
  ],
  [
    'checkout.session.completed',
    'in yen',
    aCheckoutSession({ currency: 'jpy', amount_total: 500 }),
    succeeded({ currency: 'JPY', amount: 500, charged: 500 }),
  ],
  [
    'checkout.session.completed',
    'in króna, which Stripe counts in hundredths',
    aCheckoutSession({ currency: 'isk', amount_total: 50_000 }),
    succeeded({ currency: 'ISK', amount: 500, charged: 500 }),
  ],
  [
    'checkout.session.completed',
    'settling later',
    aCheckoutSession({ payment_status: 'unpaid' }),
    { kind: 'PAYMENT_PROCESSING', payment },
  ],
  [
    'checkout.session.completed',
    'with nothing to pay',
    aCheckoutSession({ payment_status: 'no_payment_required', amount_total: 0, payment_intent: null }),
    nothing('NO_PAYMENT'),
  ],
  [
    'checkout.session.completed',
    'that saves a card',
    aCheckoutSession({ mode: 'setup', metadata: { project: PROJECT, userId: 'user-1' } }),
    nothing('NO_PAYMENT'),
  ],
  ['checkout.session.async_payment_succeeded', 'the transfer arrived', aCheckoutSession(), succeeded()],
  [
    'checkout.session.async_payment_failed',
    'the transfer bounced',
    aCheckoutSession({ payment_status: 'unpaid' }),
    failed({ reason: 'GENERAL', isFinal: true }),
  ],
  [
    'checkout.session.expired',
    'nobody paid',
    aCheckoutSession({ status: 'expired', payment_status: 'unpaid', payment_intent: null }),
    failed({ reason: 'ABANDONED', isFinal: true }),
  ],
  ['payment_intent.succeeded', 'paid by card', aPaymentIntent(), succeeded()],
  [
    'payment_intent.payment_failed',
    'declined',
    aDeclinedPaymentIntent(),
    failed({ reason: 'FUNDS', isFinal: false }),
  ],
  [
    'payment_intent.payment_failed',
    'without a reason',
    aDeclinedPaymentIntent({}, { last_payment_error: null }),
    failed({ reason: 'GENERAL', isFinal: false }),
  ],
  [
    'payment_intent.processing',
    'a debit',
    aPaymentIntent({ status: 'processing' }),
    { kind: 'PAYMENT_PROCESSING', payment },
  ],
  [
    'payment_intent.payment_failed',
    'a kept card declined: nobody can try another one',
    aDeclinedPaymentIntent({}, PAGELESS),
    failed({ reason: 'FUNDS', isFinal: true }),
  ],
  [
    'payment_intent.payment_failed',
    'a kept card whose bank has yet to ask its owner',
    aDeclinedPaymentIntent({ decline_code: 'authentication_required' }, PAGELESS),
    failed({ reason: 'AUTHENTICATION_REQUIRED', isFinal: true }),
  ],
  [
    'payment_intent.payment_failed',
    'an owner who could not confirm on the page',
    aDeclinedPaymentIntent({ decline_code: 'authentication_required' }),
    failed({ reason: 'AUTHENTICATION_FAILED', isFinal: false }),
  ],
  ['payment_intent.succeeded', 'from a kept card', aPaymentIntent(PAGELESS), succeeded()],
  ['charge.refunded', 'in part', aCharge({ amount_refunded: 4_000 }), refunded()],
  [
    'charge.refunded',
    'in króna, which Stripe counts in hundredths',
    aCharge({ currency: 'isk', amount_refunded: 50_000 }),
    refunded({ refundedTotal: 500, currency: 'ISK' }),
  ],
  [
    'charge.refunded',
    'of a charge whose metadata was emptied: its intent tells',
    aCharge({ amount_refunded: 4_000, metadata: {} }),
    refunded(),
  ],
  ['charge.dispute.created', 'the money is taken', aDispute(), disputed('DISPUTE_OPENED')],
  [
    'charge.dispute.created',
    'its intent expanded',
    aDispute({ payment_intent: aPaymentIntent() }),
    disputed('DISPUTE_OPENED'),
  ],
  [
    'charge.dispute.created',
    'an inquiry takes no money',
    aDispute({ status: 'warning_needs_response' }),
    nothing('NO_PAYMENT'),
  ],
  [
    'charge.dispute.created',
    'prevented by a refund',
    aDispute({ status: 'prevented' }),
    nothing('NO_PAYMENT'),
  ],
  ['charge.dispute.funds_withdrawn', 'an inquiry became a dispute', aDispute(), disputed('DISPUTE_OPENED')],
  [
    'charge.dispute.closed',
    'won',
    aDispute({ status: 'won' }),
    disputed('DISPUTE_CLOSED', { outcome: 'WON' }),
  ],
  [
    'charge.dispute.closed',
    'lost',
    aDispute({ status: 'lost' }),
    disputed('DISPUTE_CLOSED', { outcome: 'LOST' }),
  ],
  [
    'charge.dispute.closed',
    'an inquiry that came to nothing',
    aDispute({ status: 'warning_closed' }),
    nothing('NO_PAYMENT'),
  ],
  ['charge.dispute.closed', 'a state of tomorrow', aDispute({ status: 'shelved' }), nothing('NO_PAYMENT')],
  ['setup_intent.succeeded', 'a card to keep', aSetupIntent(), methodSaved],
  [
    'setup_intent.succeeded',
    'its method expanded',
    aSetupIntent({ payment_method: aStripeMethod() }),
    methodSaved,
  ],
  ['payment_method.attached', 'a card to keep', aStripeMethod(), methodSaved],
  ['payment_method.updated', 'another month', aStripeMethod(), methodSaved],
  ['payment_method.automatically_updated', 'replaced by its bank', aStripeMethod(), methodSaved],
  ['invoice.paid', 'of a subscription', aBillingInvoice(), subscriptionInvoice('SUBSCRIPTION_INVOICE_PAID')],
  [
    'invoice.paid',
    'its parts expanded, its payment not told',
    aBillingInvoice({
      parent: {
        type: 'subscription_details',
        quote_details: null,
        subscription_details: {
          metadata: aBilledSubscription().metadata,
          subscription: aBilledSubscription() as Stripe.Subscription,
        },
      },
      payments: undefined,
    }),
    subscriptionInvoice('SUBSCRIPTION_INVOICE_PAID', { gatewayPaymentId: null }),
  ],
  [
    'invoice.paid',
    'our ids on the invoice itself',
    aBillingInvoice({
      metadata: aBilledSubscription().metadata,
      parent: {
        type: 'subscription_details',
        quote_details: null,
        subscription_details: { metadata: null, subscription: subscription.gatewaySubscriptionId },
      },
    }),
    subscriptionInvoice('SUBSCRIPTION_INVOICE_PAID'),
  ],
  ['invoice.paid', 'of no subscription', aBillingInvoice({ parent: null }), nothing('NOT_OURS')],
  [
    'invoice.payment_failed',
    'in króna, which Stripe counts in hundredths',
    aBillingInvoice({ amount_paid: 0, amount_due: 50_000, currency: 'isk' }),
    subscriptionInvoice('SUBSCRIPTION_INVOICE_FAILED', { amount: 500, currency: 'ISK' }),
  ],
  [
    'customer.subscription.updated',
    'to end with its period',
    aBilledSubscription({ cancel_at_period_end: true }),
    subscriptionNews('SUBSCRIPTION_CHANGED', { cancelAtPeriodEnd: true }),
  ],
  [
    'customer.subscription.updated',
    'without items',
    aBilledSubscription({ items: { data: [] } }),
    subscriptionNews('SUBSCRIPTION_CHANGED', { currentPeriod: null }),
  ],
  [
    'customer.subscription.deleted',
    'at once',
    aBilledSubscription({ status: 'canceled' }),
    subscriptionNews('SUBSCRIPTION_ENDED', { status: 'canceled' }),
  ],
  ['payment_method.detached', 'a card no more', aStripeMethod({ customer: null }), methodRemoved],
  ['customer.created', 'a type we do not handle', {}, nothing('UNHANDLED_TYPE')],
])('%s, %s', async (type, _edge, object, fact) => {
  expect((await read(type, object)).fact).toEqual(fact);
});

test.each<[Stripe.Event.Type, object]>([
  ['payment_method.attached', aStripeMethod()],
  ['setup_intent.succeeded', aSetupIntent()],
])('%s that comes after the card was taken off again does not bring it back', async (type, object) => {
  const lookup = stripeHaving([aStripeMethod({ customer: null })]);
  expect((await read(type, object, { lookup })).fact).toEqual(methodRemoved);
});

test('a debit has four digits too', async () => {
  const debit = { bank_code: null, branch_code: null, country: 'DE', fingerprint: null, last4: '3000' };
  const method = aStripeMethod({
    type: 'sepa_debit',
    card: undefined,
    customer: aStripeCustomer(),
    sepa_debit: { ...debit, generated_from: null },
  });
  const { fact } = await read('payment_method.attached', method, { lookup: stripeHaving([method]) });
  expect(fact).toMatchObject({
    method: { type: 'sepa_debit', brand: null, lastFour: '3000', expMonth: null, expYear: null },
  });
});

/**
 * An endpoint's payloads have the shape of its API version. Of what is read here, versions before basil and endive
 * differ only in fields around it.
 */
test.each<[Stripe.Event.Type, object, object]>([
  [
    'charge.refunded',
    {
      ...aCharge({ amount_refunded: 4_000 }),
      invoice: null,
      refunds: { object: 'list', data: [], has_more: false, url: '/v1/charges/ch_1/refunds' },
    },
    refunded(),
  ],
  [
    'payment_intent.succeeded',
    { ...aPaymentIntent(), invoice: null, charges: { object: 'list' } },
    succeeded(),
  ],
  ['checkout.session.completed', { ...aCheckoutSession(), ui_mode: 'hosted' }, succeeded()],
  ['invoice.paid', aBillingInvoiceBeforeBasil(), subscriptionInvoice('SUBSCRIPTION_INVOICE_PAID')],
  [
    'invoice.paid',
    aBillingInvoiceBeforeBasil({
      subscription: { id: subscription.gatewaySubscriptionId },
      payment_intent: null,
    }),
    subscriptionInvoice('SUBSCRIPTION_INVOICE_PAID', { gatewayPaymentId: null }),
  ],
  // Before 2023-06 an invoice had no copy of its subscription's metadata.
  [
    'invoice.payment_failed',
    aBillingInvoiceBeforeBasil({
      subscription_details: undefined,
      metadata: aBilledSubscription().metadata,
    }),
    subscriptionInvoice('SUBSCRIPTION_INVOICE_FAILED'),
  ],
  ['invoice.paid', aBillingInvoiceBeforeBasil({ subscription: null }), nothing('NOT_OURS')],
  [
    'customer.subscription.updated',
    aBilledSubscriptionBeforeBasil(),
    subscriptionNews('SUBSCRIPTION_CHANGED'),
  ],
  ['customer.subscription.deleted', aBilledSubscriptionBeforeBasil(), subscriptionNews('SUBSCRIPTION_ENDED')],
])('%s in the shape before basil', async (type, object, fact) => {
  expect((await read(type, object, { api_version: '2024-06-20' })).fact).toEqual(fact);
});

const SAMPLES: Record<string, (metadata: Stripe.Metadata) => object> = {
  'checkout.session.completed': (metadata) => aCheckoutSession({ metadata }),
  'checkout.session.async_payment_succeeded': (metadata) => aCheckoutSession({ metadata }),
  'checkout.session.async_payment_failed': (metadata) => aCheckoutSession({ metadata }),
  'checkout.session.expired': (metadata) => aCheckoutSession({ metadata }),
  'payment_intent.succeeded': (metadata) => aPaymentIntent({ metadata }),
  'payment_intent.processing': (metadata) => aPaymentIntent({ metadata }),
  'payment_intent.payment_failed': (metadata) => aPaymentIntent({ metadata }),
  'charge.refunded': (metadata) => aCharge({ metadata }),
  'charge.dispute.created': () => aDispute(),
  'charge.dispute.funds_withdrawn': () => aDispute(),
  'charge.dispute.closed': () => aDispute({ status: 'lost' }),
  'setup_intent.succeeded': (metadata) => aSetupIntent({ metadata }),
  'payment_method.attached': () => aStripeMethod(),
  'payment_method.updated': () => aStripeMethod(),
  'payment_method.automatically_updated': () => aStripeMethod(),
  'payment_method.detached': () => aStripeMethod({ customer: null }),
  'invoice.finalized': (metadata) => anInvoiceOf(metadata),
  'invoice.paid': (metadata) => anInvoiceOf(metadata),
  'invoice.payment_failed': (metadata) => anInvoiceOf(metadata),
  'customer.subscription.updated': (metadata) => aBilledSubscription({ metadata }),
  'customer.subscription.deleted': (metadata) => aBilledSubscription({ metadata }),
};

const anInvoiceOf = (metadata: Stripe.Metadata) =>
  aBillingInvoiceBeforeBasil({ metadata, subscription_details: { metadata } });
/** Nothing on it says whose it was. */
const NAMELESS = 'payment_method.detached';

test('every handled type has a sample here', () => {
  expect(Object.keys(SAMPLES).sort()).toEqual([...HANDLED_TYPES].sort());
});

test.each(Object.entries(SAMPLES).filter(([type]) => type !== NAMELESS))(
  '%s of somebody else on the same account is not ours',
  async (type, sample) => {
    const foreign: Stripe.Metadata[] = [
      {},
      { project: 'demo-other', paymentId: 'payment-1', userId: 'user-1' },
    ];
    for (const metadata of foreign) {
      const theirs = stripeHaving([
        aPaymentIntent({ metadata }),
        aStripeMethod({ customer: aStripeCustomer({ metadata }) }),
      ]);
      for (const lookup of [theirs, stripeHaving([])]) {
        const { fact } = await read(type as Stripe.Event.Type, sample(metadata), { lookup });
        expect(fact).toEqual(nothing('NOT_OURS'));
      }
    }
  },
);

test('a dispute of a payment without an intent, and a card of a deleted customer, are not ours', async () => {
  expect((await read('charge.dispute.created', aDispute({ payment_intent: null }))).fact).toEqual(
    nothing('NOT_OURS'),
  );
  // Stripe answers this for a customer that was deleted; the event's own type does not foresee it.
  const customer = { id: 'cus_gone', object: 'customer', deleted: true } as unknown as Stripe.Customer;
  const lookup = stripeHaving([aStripeMethod({ customer })]);
  expect((await read('payment_method.attached', aStripeMethod(), { lookup })).fact).toEqual(
    nothing('NOT_OURS'),
  );
});

test('when Stripe does not answer, the event has to come again', async () => {
  const silent = () => Promise.reject(new BillingError('GATEWAY_UNAVAILABLE'));
  const lookup = {
    paymentIntent: silent,
    paymentMethod: silent,
    invoice: silent,
    invoiceOfIntent: silent,
    subscription: silent,
  };
  await expect(read('charge.dispute.created', aDispute(), { lookup })).rejects.toMatchObject({
    code: 'GATEWAY_UNAVAILABLE',
  });
});

test.each([
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'payment_intent.succeeded',
])('%s in live mode is live money', async (type) => {
  const object = SAMPLES[type]?.({ project: PROJECT, paymentId: 'payment-1' }) ?? {};
  const { fact } = await read(type as Stripe.Event.Type, { ...object, livemode: true }, { livemode: true });
  expect(fact).toMatchObject({ isTest: false });
});

test('a decline keeps Stripe’s words for staff', async () => {
  const { gatewayReason } = await read('payment_intent.payment_failed', aDeclinedPaymentIntent());
  expect(gatewayReason).toEqual({
    code: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
  });
});

describe('an invoice that Stripe has made by our order', () => {
  const intent = aDeclinedPaymentIntent({}, { id: 'pi_of_invoice' });
  /** As Stripe answers it: with what pays it, or paid it. */
  const known = stripeHaving([
    {
      ...anAgreedInvoice(),
      payments: {
        object: 'list',
        data: [{ status: 'open', payment: { type: 'payment_intent', payment_intent: intent } }],
      },
    } as { id: string },
    { ...aBilledSubscription({ metadata: agreed, cancel_at_period_end: true }) },
  ]);

  test.each([
    ['invoice.finalized', 'SUBSCRIPTION_INVOICE_OPEN', { gatewayPaymentId: null, reason: null }],
    ['invoice.paid', 'SUBSCRIPTION_INVOICE_PAID', { gatewayPaymentId: 'pi_of_invoice', reason: null }],
    ['invoice.payment_failed', 'SUBSCRIPTION_INVOICE_FAILED', { gatewayPaymentId: null, reason: 'FUNDS' }],
  ] as const)('%s tells the terms, and Stripe the rest', async (type, kind, rest) => {
    const { fact } = await read(type, anAgreedInvoice(), { lookup: known });
    expect(fact).toEqual(subscriptionInvoice(kind, { agreement, ...rest }));
  });

  test('of an organization', async () => {
    const { fact } = await read('invoice.finalized', anAgreedInvoice({ ...agreed, organizationId: 'org-1' }));
    expect(fact).toMatchObject({ agreement: { organizationId: 'org-1' } });
  });

  test.each(['userId', 'organizationId', 'planId', 'planName', 'billingPeriod', 'price', 'taxRate'])(
    'without %s it is nobody’s agreement',
    async (name) => {
      const rest = Object.fromEntries(Object.entries(agreed).filter(([key]) => key !== name));
      const { fact } = await read('invoice.paid', anAgreedInvoice(rest));
      expect(fact).toMatchObject({ agreement: null });
    },
  );

  test('a subscription that was changed is read as it is now', async () => {
    const { fact } = await read('customer.subscription.updated', aBilledSubscription({ metadata: agreed }), {
      lookup: known,
    });
    expect(fact).toEqual(
      subscriptionNews('SUBSCRIPTION_CHANGED', { cancelAtPeriodEnd: true, orderNumber: 3 }),
    );
  });

  test('a refund of what paid it is of the payment that mirrors it', async () => {
    const lookup = stripeHaving([
      aPaymentIntent({ id: 'pi_of_invoice', metadata: {} }),
      { ...anAgreedInvoice(), id: 'invoice of pi_of_invoice' },
    ]);
    const charge = aCharge({ metadata: {}, payment_intent: 'pi_of_invoice' });
    const { fact } = await read('charge.refunded', charge, { lookup });
    expect(fact).toMatchObject({
      kind: 'PAYMENT_REFUNDED',
      payment: { paymentId: gatewayInvoicePaymentId('invoice of pi_of_invoice'), owner: null },
    });
  });
});

test.each([
  ['total', { amount_total: null }],
  ['currency', { currency: null }],
  ['intent', { payment_intent: null }],
])('a paid session without its %s cannot be read', async (_edge, override) => {
  await expect(read('checkout.session.completed', aCheckoutSession(override))).rejects.toMatchObject({
    code: 'MALFORMED_BODY',
  });
});

test('a type named like something that every object has is unknown', async () => {
  expect((await read('constructor' as Stripe.Event.Type, {})).fact).toEqual(nothing('UNHANDLED_TYPE'));
});

import type Stripe from 'stripe';
import {
  aCheckoutSession,
  aDeclinedPaymentIntent,
  anEvent,
  aPaymentIntent,
} from '../../../testing/stripe-factories';
import { HANDLED_TYPES, readStripeEvent } from '.';
import { thrownBy } from '../../../testing/thrown-by';

const PROJECT = 'demo-project';
const payment = { paymentId: 'payment-1', owner: { userId: 'user-1', invoiceIds: ['invoice-1'] } };

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
const failed = (override: object) => ({ kind: 'PAYMENT_FAILED', payment, ...override });
const nothing = (why: string) => ({ kind: 'NOTHING_FOR_US', why });

const read = (type: Stripe.Event.Type, object: object, override: Partial<Stripe.EventBase> = {}) =>
  readStripeEvent(anEvent(type, object, override), PROJECT);

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
    aCheckoutSession({ mode: 'setup' }),
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
  ['customer.created', 'a type we do not handle', {}, nothing('UNHANDLED_TYPE')],
])('%s, %s', (type, _edge, object, fact) => {
  expect(read(type, object).fact).toEqual(fact);
});

const SAMPLES: Record<string, (metadata: Stripe.Metadata) => object> = {
  'checkout.session.completed': (metadata) => aCheckoutSession({ metadata }),
  'checkout.session.async_payment_succeeded': (metadata) => aCheckoutSession({ metadata }),
  'checkout.session.async_payment_failed': (metadata) => aCheckoutSession({ metadata }),
  'checkout.session.expired': (metadata) => aCheckoutSession({ metadata }),
  'payment_intent.succeeded': (metadata) => aPaymentIntent({ metadata }),
  'payment_intent.payment_failed': (metadata) => aPaymentIntent({ metadata }),
};

test('every handled type has a sample here', () => {
  expect(Object.keys(SAMPLES).sort()).toEqual([...HANDLED_TYPES].sort());
});

test.each(Object.entries(SAMPLES))('%s of somebody else on the same account is not ours', (type, sample) => {
  const foreign: Stripe.Metadata[] = [{}, { project: 'demo-other', paymentId: 'payment-1' }];
  for (const metadata of foreign) {
    expect(read(type as Stripe.Event.Type, sample(metadata)).fact).toEqual(nothing('NOT_OURS'));
  }
});

test.each([
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'payment_intent.succeeded',
])('%s in live mode is live money', (type) => {
  const object = SAMPLES[type]?.({ project: PROJECT, paymentId: 'payment-1' }) ?? {};
  expect(read(type as Stripe.Event.Type, object, { livemode: true }).fact).toMatchObject({ isTest: false });
});

test('a decline keeps Stripe’s words for staff', () => {
  expect(read('payment_intent.payment_failed', aDeclinedPaymentIntent()).gatewayReason).toEqual({
    code: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
  });
});

test.each([
  ['total', { amount_total: null }],
  ['currency', { currency: null }],
  ['intent', { payment_intent: null }],
])('a paid session without its %s cannot be read', (_edge, override) => {
  expect(thrownBy(() => read('checkout.session.completed', aCheckoutSession(override)))).toMatchObject({
    code: 'MALFORMED_BODY',
  });
});

test('a type named like something that every object has is unknown', () => {
  expect(read('constructor' as Stripe.Event.Type, {}).fact).toEqual(nothing('UNHANDLED_TYPE'));
});

import { projectId } from '../../testing/environment';
import type Stripe from 'stripe';
import { invoice, webhooks } from '../../index';
import { firestore } from '../../platform/firestore';
import type { Payment } from '../../schema/payment';
import { call, finance } from '../../testing/calls';
import { deliver as deliverCallback, send, stripeCallback } from '../../testing/callbacks';
import { dump } from '../../testing/documents';
import type { Served } from '../../testing/http';
import { serve } from '../../testing/http';
import {
  aBilledSubscription,
  aBillingInvoice,
  aBillingInvoiceBeforeBasil,
  aCheckoutSession,
  aDeclinedPaymentIntent,
  anEvent,
  aPaymentIntent,
} from '../../testing/stripe-factories';
import {
  aCustomer,
  anIssuedInvoice,
  aPendingPayment,
  checkEverything,
  NOW,
  stopClock,
} from '../../testing/world';
import { HANDLED_TYPES } from './events';

const db = firestore();
const OCCURRED = new Date('2026-03-10T10:00:00Z');
const STAMPS = { createdAt: NOW, updatedAt: NOW };
let server: Served;

beforeAll(async () => {
  stopClock();
  server = await serve(webhooks.stripe);
});
afterAll(() => server.close());
afterEach(checkEverything);

interface Scene {
  readonly userId: string;
  readonly invoiceId: string;
  readonly paymentId: string;
  readonly metadata: Stripe.Metadata;
}

/** A customer whose payment of an invoice over 120,00 waits for Stripe. */
async function aScene(payment: Partial<Payment> = {}): Promise<Scene> {
  const userId = await aCustomer();
  const invoiceId = await anIssuedInvoice(userId);
  const paymentId = await aPendingPayment(userId, invoiceId, payment);
  return {
    userId,
    invoiceId,
    paymentId,
    metadata: { project: projectId, paymentId, userId, invoiceIds: invoiceId, currency: 'TRY' },
  };
}

const deliver = (event: Stripe.Event) => deliverCallback(db, server.url, stripeCallback(event, { at: NOW }));

const record = (event: Stripe.Event, paymentId: string | null, digest: string, what: object) => ({
  gateway: 'stripe',
  type: event.type,
  receivedAt: NOW,
  occurredAt: OCCURRED,
  outcome: 'APPLIED',
  error: null,
  paymentId,
  gatewayReason: null,
  payloadDigest: digest,
  acknowledgement: null,
  ...STAMPS,
  ...what,
});

const SUCCESSES: [Stripe.Event.Type, (metadata: Stripe.Metadata) => object][] = [
  ['checkout.session.completed', (metadata) => aCheckoutSession({ metadata })],
  ['checkout.session.async_payment_succeeded', (metadata) => aCheckoutSession({ metadata })],
  ['payment_intent.succeeded', (metadata) => aPaymentIntent({ metadata })],
];

test.each(SUCCESSES)('%s pays the invoice: every document it writes', async (type, objectWith) => {
  const { invoiceId, paymentId, userId, metadata } = await aScene();
  const event = anEvent(type, objectWith(metadata), { id: `evt_paid${paymentId}` });
  const { before, answer, changed, digest } = await deliver(event);
  expect(answer).toEqual({ status: 200, body: 'received' });
  expect(changed).toEqual({
    [`gatewayEvents/stripe_${event.id}`]: record(event, paymentId, digest, { result: 'PAYMENT_SUCCEEDED' }),
    [`payments/${paymentId}`]: {
      ...before.get(`payments/${paymentId}`),
      status: 'SUCCEEDED',
      gatewayPaymentId: 'pi_3Q0000000000000000000001',
      allocations: [{ invoiceId, amount: 12_000, refundedAmount: 0, allocatedAt: NOW }],
      checkout: null,
      processedAt: NOW,
      nextCheckAt: null,
      updatedAt: NOW,
    },
    [`invoices/${invoiceId}`]: {
      ...before.get(`invoices/${invoiceId}`),
      status: 'PAID',
      amountPaid: 12_000,
      amountDue: 0,
      paidAt: NOW,
      updatedAt: NOW,
    },
    [`journal/payment_${paymentId}`]: {
      date: NOW,
      kind: 'PAYMENT_RECEIVED',
      currency: 'TRY',
      refs: { invoiceIds: [invoiceId], paymentId },
      lines: [
        { account: 'cash.stripe', debit: 12_000, credit: 0 },
        { account: 'receivables', debit: 0, credit: 12_000 },
      ],
      ...STAMPS,
    },
    [`events/invoice.paid_${invoiceId}`]: {
      type: 'invoice.paid',
      occurredAt: NOW,
      invoiceId,
      userId,
      organizationId: null,
      amount: 12_000,
      currency: 'TRY',
      ...STAMPS,
    },
  });
});

test('checkout.session.completed of a bank transfer holds the invoice: every document it writes', async () => {
  const { invoiceId, paymentId, metadata } = await aScene();
  const session = aCheckoutSession({ metadata, payment_status: 'unpaid' });
  const event = anEvent('checkout.session.completed', session, { id: `evt_later${paymentId}` });
  const { before, answer, changed, digest } = await deliver(event);
  expect(answer.status).toBe(200);
  expect(changed).toEqual({
    [`gatewayEvents/stripe_${event.id}`]: record(event, paymentId, digest, { result: 'PAYMENT_PROCESSING' }),
    [`payments/${paymentId}`]: {
      ...before.get(`payments/${paymentId}`),
      status: 'PROCESSING',
      checkout: null,
      // A day later.
      nextCheckAt: new Date('2026-03-11T10:00:05Z'),
      updatedAt: NOW,
    },
    [`invoices/${invoiceId}`]: {
      ...before.get(`invoices/${invoiceId}`),
      processingPaymentIds: [paymentId],
      updatedAt: NOW,
    },
  });
});

test('payment_intent.payment_failed leaves the payment open: every document it writes', async () => {
  const { paymentId, metadata } = await aScene();
  const event = anEvent('payment_intent.payment_failed', aDeclinedPaymentIntent({}, { metadata }), {
    id: `evt_declined${paymentId}`,
  });
  const { before, answer, changed, digest } = await deliver(event);
  expect(answer.status).toBe(200);
  expect(changed).toEqual({
    [`gatewayEvents/stripe_${event.id}`]: record(event, paymentId, digest, {
      result: 'FAILURE_NOTED',
      gatewayReason: { code: 'insufficient_funds', message: 'Your card has insufficient funds.' },
    }),
    [`payments/${paymentId}`]: {
      ...before.get(`payments/${paymentId}`),
      failureReason: 'FUNDS',
      failedAt: OCCURRED,
      updatedAt: NOW,
    },
  });
});

test.each<[Stripe.Event.Type, string, object]>([
  ['checkout.session.expired', 'ABANDONED', { status: 'expired', payment_status: 'unpaid' }],
  ['checkout.session.async_payment_failed', 'GENERAL', { payment_status: 'unpaid' }],
])('%s ends the payment: every document it writes', async (type, failureReason, session) => {
  const { paymentId, metadata } = await aScene();
  const event = anEvent(type, aCheckoutSession({ metadata, ...session }), { id: `evt_ended${paymentId}` });
  const { before, answer, changed, digest } = await deliver(event);
  expect(answer.status).toBe(200);
  expect(changed).toEqual({
    [`gatewayEvents/stripe_${event.id}`]: record(event, paymentId, digest, { result: 'PAYMENT_FAILED' }),
    [`payments/${paymentId}`]: {
      ...before.get(`payments/${paymentId}`),
      status: 'FAILED',
      failureReason,
      failedAt: OCCURRED,
      checkout: null,
      processedAt: NOW,
      nextCheckAt: null,
      updatedAt: NOW,
    },
  });
});

/** Their objects carry no ids of ours or follow a payment: `local/flows` sends them, with a Stripe to ask. */
const SENT_BY_THE_STAND_IN = [
  'charge.refunded',
  'charge.dispute.created',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.closed',
  'setup_intent.succeeded',
  'payment_method.attached',
  'payment_method.updated',
  'payment_method.automatically_updated',
  'payment_method.detached',
  'payment_intent.processing',
];
/** Of Stripe's own billing, by somebody else's order: sent below. By ours: local/flows. */
const BILLING = [
  'invoice.finalized',
  'invoice.paid',
  'invoice.payment_failed',
  'customer.subscription.updated',
  'customer.subscription.deleted',
];
const ours = { project: projectId, subscriptionId: 'subscription-1' };

test('the types above, and those that the flows send, are all that we handle', () => {
  const tested = [
    ...SUCCESSES.map(([type]) => type),
    ...SENT_BY_THE_STAND_IN,
    ...BILLING,
    'payment_intent.payment_failed',
    'checkout.session.expired',
    'checkout.session.async_payment_failed',
  ];
  expect([...tested].sort()).toEqual([...HANDLED_TYPES].sort());
});

test.each<[string, (scene: Scene) => Stripe.Event, string]>([
  ['a type that we do not handle', () => anEvent('customer.created', { id: 'cus_1' }), 'UNHANDLED_TYPE'],
  [
    'a subscription of ours that Stripe bills, paid',
    () => anEvent('invoice.paid', aBillingInvoice({ metadata: ours })),
    'SUBSCRIPTION_BILLED_BY_GATEWAY',
  ],
  [
    'the same, begun',
    () => anEvent('invoice.finalized', aBillingInvoice({ metadata: ours })),
    'SUBSCRIPTION_BILLED_BY_GATEWAY',
  ],
  [
    'the same, not paid, at an endpoint older than basil',
    () => anEvent('invoice.payment_failed', aBillingInvoiceBeforeBasil({ metadata: ours })),
    'SUBSCRIPTION_BILLED_BY_GATEWAY',
  ],
  [
    'a subscription of ours that Stripe bills',
    () => anEvent('customer.subscription.updated', aBilledSubscription({ metadata: ours })),
    'SUBSCRIPTION_BILLED_BY_GATEWAY',
  ],
  [
    'the same, ended',
    () => anEvent('customer.subscription.deleted', aBilledSubscription({ metadata: ours })),
    'SUBSCRIPTION_BILLED_BY_GATEWAY',
  ],
  ['somebody else’s invoice', () => anEvent('invoice.paid', aBillingInvoice({ parent: null })), 'NOT_OURS'],
  [
    'somebody else’s payment',
    () => anEvent('payment_intent.succeeded', aPaymentIntent({ metadata: {} })),
    'NOT_OURS',
  ],
  [
    'another project’s payment',
    ({ metadata }) =>
      anEvent(
        'payment_intent.succeeded',
        aPaymentIntent({ metadata: { ...metadata, project: 'demo-other' } }),
      ),
    'NOT_OURS',
  ],
  [
    'a session that saves a card',
    ({ metadata }) => anEvent('checkout.session.completed', aCheckoutSession({ metadata, mode: 'setup' })),
    'NO_PAYMENT',
  ],
])('%s is recorded and changes nothing else', async (_edge, eventOf, result) => {
  const scene = await aScene();
  const event = { ...eventOf(scene), id: `evt_ignored${scene.paymentId}` };
  const { answer, changed, digest } = await deliver(event);
  expect(answer).toEqual({ status: 200, body: 'received' });
  expect(changed).toEqual({
    [`gatewayEvents/stripe_${event.id}`]: record(event, null, digest, { outcome: 'IGNORED', result }),
  });
});

test('a failure for a payment that we do not know is ignored', async () => {
  const metadata = { project: projectId, paymentId: 'unknown', userId: 'user-1', invoiceIds: 'invoice-1' };
  const event = anEvent('payment_intent.payment_failed', aDeclinedPaymentIntent({}, { metadata }), {
    id: 'evt_unknownFailure',
  });
  const { answer, changed } = await deliver(event);
  expect(answer.status).toBe(200);
  expect(Object.values(changed)).toEqual([
    expect.objectContaining({ outcome: 'IGNORED', result: 'PAYMENT_NOT_FOUND', paymentId: 'unknown' }),
  ]);
});

test('both events of one payment, in either order, pay it once', async () => {
  for (const isReversed of [false, true]) {
    const { paymentId, metadata } = await aScene();
    const events = [
      anEvent('payment_intent.succeeded', aPaymentIntent({ metadata }), { id: `evt_a${paymentId}` }),
      anEvent('checkout.session.completed', aCheckoutSession({ metadata }), { id: `evt_b${paymentId}` }),
    ];
    const [first, second] = isReversed ? events.reverse() : events;
    if (first === undefined || second === undefined) throw new Error('two events expected');
    expect((await deliver(first)).answer.status).toBe(200);
    const { answer, changed } = await deliver(second);
    expect(answer.status).toBe(200);
    expect(changed).toEqual({
      [`gatewayEvents/stripe_${second.id}`]: expect.objectContaining({
        outcome: 'IGNORED',
        result: 'ALREADY_SUCCEEDED',
      }) as unknown,
    });
  }
});

test('metadata without the owner costs one more read and does the same', async () => {
  const { invoiceId, paymentId } = await aScene();
  const metadata = { project: projectId, paymentId };
  const event = anEvent('payment_intent.succeeded', aPaymentIntent({ metadata }), {
    id: `evt_short${paymentId}`,
  });
  const { answer, changed } = await deliver(event);
  expect(answer.status).toBe(200);
  expect(changed[`invoices/${invoiceId}`]).toMatchObject({ status: 'PAID' });
});

test('money for a cancelled invoice goes to the wallet: every document it writes', async () => {
  const { invoiceId, paymentId, userId, metadata } = await aScene();
  await call(invoice.cancel, { invoiceId, reason: 'r' }, finance);
  const event = anEvent('payment_intent.succeeded', aPaymentIntent({ metadata }), {
    id: `evt_late${paymentId}`,
  });
  const { before, answer, changed, digest } = await deliver(event);
  expect(answer.status).toBe(200);
  expect(changed).toEqual({
    [`gatewayEvents/stripe_${event.id}`]: record(event, paymentId, digest, {
      result: 'PAYMENT_SUCCEEDED_WITH_WALLET_CREDIT',
    }),
    [`payments/${paymentId}`]: {
      ...before.get(`payments/${paymentId}`),
      status: 'SUCCEEDED',
      gatewayPaymentId: 'pi_3Q0000000000000000000001',
      creditedToWallet: 12_000,
      checkout: null,
      processedAt: NOW,
      nextCheckAt: null,
      updatedAt: NOW,
    },
    [`wallets/${userId}_TRY`]: { userId, currency: 'TRY', balance: 12_000, ...STAMPS },
    [`wallets/${userId}_TRY/entries/credit_${paymentId}`]: {
      userId,
      amount: 12_000,
      kind: 'TOP_UP',
      reason: 'OVERPAYMENT',
      paymentId,
      balanceAfter: 12_000,
      ...STAMPS,
    },
    [`journal/payment_${paymentId}`]: {
      date: NOW,
      kind: 'PAYMENT_RECEIVED',
      currency: 'TRY',
      refs: { invoiceIds: [], paymentId },
      lines: [
        { account: 'cash.stripe', debit: 12_000, credit: 0 },
        { account: 'walletLiability', debit: 0, credit: 12_000 },
      ],
      ...STAMPS,
    },
  });
});

test('two payments of one invoice at once: one pays it, the other goes to the wallet', async () => {
  const { invoiceId, paymentId, userId, metadata } = await aScene();
  const secondId = await aPendingPayment(userId, invoiceId);
  const events = [paymentId, secondId].map((id) =>
    anEvent('payment_intent.succeeded', aPaymentIntent({ metadata: { ...metadata, paymentId: id } }), {
      id: `evt_race${id}`,
    }),
  );
  const answers = await Promise.all(
    events.map((event) => send(server.url, stripeCallback(event, { at: NOW }))),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const after = await dump(db);
  expect(after.get(`invoices/${invoiceId}`)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
  expect(after.get(`wallets/${userId}_TRY`)).toMatchObject({ balance: 12_000 });
});

import type Stripe from 'stripe';
import { errorOf, paymentSession, postForm, startHarness, type Harness } from '../testing/harness';
import { idOf } from '../world';

let stripe: Harness;
beforeEach(async () => {
  stripe = await startHarness();
});
afterEach(() => stripe.close());

const agree = (session: Stripe.Checkout.Session) =>
  fetch(`${session.url ?? ''}/debit`, { method: 'POST', redirect: 'manual' });
const retrieve = (id: string) =>
  stripe.client.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] });

async function aPromisedDebit() {
  const session = await stripe.client.checkout.sessions.create(paymentSession());
  expect((await agree(session)).status).toBe(303);
  const { payment_intent: intent } = await stripe.client.checkout.sessions.retrieve(session.id);
  const id = idOf(intent) ?? '';
  const settle = (outcome: string) => stripe.control('settle', { payment_intent: id, outcome });
  return { session, intent: id, settle };
}

test('a promised debit completes the page and leaves it unpaid', async () => {
  const { session, intent } = await aPromisedDebit();
  expect(await retrieve(session.id)).toMatchObject({
    status: 'complete',
    payment_status: 'unpaid',
    payment_intent: { status: 'processing', latest_charge: { status: 'pending', paid: false } },
  });
  expect(await stripe.types()).toEqual([
    'payment_intent.created',
    'charge.pending',
    'payment_intent.processing',
    'checkout.session.completed',
  ]);
  expect(await errorOf(stripe.client.refunds.create({ payment_intent: intent }))).toMatchObject({
    code: 'charge_not_refundable',
  });
});

test('the bank pays', async () => {
  const { session, intent, settle } = await aPromisedDebit();
  await settle('succeeded');
  expect(await retrieve(session.id)).toMatchObject({
    payment_status: 'paid',
    payment_intent: {
      status: 'succeeded',
      amount_received: 2500,
      latest_charge: { status: 'succeeded', payment_method_details: { type: 'sepa_debit' } },
    },
  });
  expect((await stripe.types()).slice(4)).toEqual([
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.async_payment_succeeded',
  ]);
  await stripe.client.refunds.create({ payment_intent: intent });
  expect((await stripe.client.balanceTransactions.list()).data).toMatchObject([
    { type: 'payment_refund', amount: -2500, fee: 0 },
    { type: 'payment', amount: 2500 },
  ]);
});

test('the bank does not pay', async () => {
  const { session, settle } = await aPromisedDebit();
  await settle('failed');
  expect(await retrieve(session.id)).toMatchObject({
    status: 'complete',
    payment_status: 'unpaid',
    payment_intent: { status: 'requires_payment_method', latest_charge: { status: 'failed' } },
  });
  expect((await stripe.types()).slice(4)).toEqual([
    'charge.failed',
    'payment_intent.payment_failed',
    'checkout.session.async_payment_failed',
  ]);
});

test('a debit is settled once', async () => {
  const { settle } = await aPromisedDebit();
  await settle('succeeded');
  expect(await settle('failed')).toMatchObject({ error: expect.stringContaining('no debit') as string });
});

test('only euros are debited', async () => {
  const lira = { currency: 'try', unit_amount: 1000, product_data: { name: 'A' } };
  const session = await stripe.client.checkout.sessions.create(
    paymentSession({ line_items: [{ quantity: 1, price_data: lira }] }),
  );
  expect((await agree(session)).status).toBe(404);
  expect(await (await fetch(session.url ?? '')).text()).not.toContain('bank debit');
});

test('a debit that was saved is charged without a page, and tells how it went', async () => {
  const { customers, checkout, paymentIntents } = stripe.client;
  const { id: customer } = await customers.create({ email: 'ada@example.com' });
  const { url } = await checkout.sessions.create(
    paymentSession({
      customer,
      customer_email: undefined,
      payment_intent_data: { setup_future_usage: 'off_session' },
    }),
  );
  await postForm(`${url ?? ''}/debit`, new URLSearchParams());
  const [kept] = (await customers.listPaymentMethods(customer)).data;
  expect(kept?.type).toBe('sepa_debit');
  const charged = await paymentIntents.create({
    amount: 1_000,
    currency: 'eur',
    customer,
    payment_method: kept?.id ?? '',
    confirm: true,
    off_session: true,
  });
  expect(charged.status).toBe('processing');
  await stripe.control('settle', { payment_intent: charged.id, outcome: 'failed' });
  expect((await stripe.types()).at(-1)).toBe('payment_intent.payment_failed');
});

import Stripe from 'stripe';
import { startStripe } from './server';
import { cardForm, clientOf, paymentSession, postForm, startHarness, type Harness } from './testing/harness';
import { signPayload } from './webhook';

let stripe: Harness;
beforeEach(async () => {
  stripe = await startHarness();
});
afterEach(() => stripe.close());

const createCustomer = (name: string) => stripe.client.customers.create({ name });
const nameOf = (event: Stripe.Event) => (event.data.object as Stripe.Customer).name;

/** The harness refuses every event that the official client cannot verify, so arrival is the proof. */
test('events arrive signed', async () => {
  await createCustomer('a');
  await stripe.running.deliverer.settled();
  expect(stripe.received.map(({ type }) => type)).toEqual(['customer.created']);
  expect(stripe.received[0]?.pending_webhooks).toBe(1);
});

test('the signature is the one of the official client', () => {
  const [payload, secret, timestamp] = ['{"id":"evt_1","object":"event"}', 'whsec_x', 1_700_000_000];
  const { webhooks } = new Stripe('sk_test_x');
  expect(signPayload(payload, secret, timestamp)).toBe(
    webhooks.generateTestHeaderString({ payload, secret, timestamp }),
  );
});

test('a refused event is sent again, signed anew, until it is taken', async () => {
  stripe.answer(500);
  await createCustomer('a');
  while (stripe.signatures.length < 3) await new Promise((resolve) => setImmediate(resolve));
  expect(stripe.received).toEqual([]);
  const pending = await stripe.client.events.list({ delivery_success: false });
  expect(pending.data).toHaveLength(1);
  stripe.answer(204);
  await stripe.running.deliverer.settled();
  expect(stripe.received).toHaveLength(1);
  expect((await stripe.client.events.list({ delivery_success: false })).data).toEqual([]);
  const [{ accepted, attempt } = { accepted: false, attempt: 0 }] =
    stripe.running.deliverer.attempts.slice(-1);
  expect(accepted && attempt > 3).toBe(true);
});

test('copies arrive as the same event', async () => {
  await stripe.control('faults', { copies: 3 });
  await createCustomer('a');
  await stripe.running.deliverer.settled();
  expect(stripe.received).toHaveLength(3);
  expect(new Set(stripe.received.map(({ id }) => id)).size).toBe(1);
});

test('held events arrive in reverse when asked', async () => {
  await stripe.control('faults', { hold: true, order: 'reverse' });
  for (const name of ['a', 'b', 'c']) await createCustomer(name);
  expect(stripe.received).toEqual([]);
  await stripe.control('release', {});
  expect(stripe.received.map(nameOf)).toEqual(['c', 'b', 'a']);
});

test('a lost event is found in the list', async () => {
  await stripe.control('faults', { drop: 1 });
  await createCustomer('lost');
  await createCustomer('found');
  await stripe.running.deliverer.settled();
  expect(stripe.received.map(nameOf)).toEqual(['found']);
  const missed = await stripe.client.events.list({ delivery_success: false });
  expect(missed.data.map(nameOf)).toEqual(['lost']);
});

test('a paid session sends its events in the order Stripe does', async () => {
  await stripe.control('faults', { hold: true });
  const session = await stripe.client.checkout.sessions.create(paymentSession());
  await postForm(session.url ?? '', cardForm('4242424242424242'));
  await stripe.types();
  await stripe.control('release', {});
  expect(stripe.received.map(({ type }) => type)).toEqual([
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.completed',
    'charge.updated',
  ]);
  const completed = stripe.received.find(({ type }) => type === 'checkout.session.completed');
  expect(completed).toMatchObject({
    data: { object: { id: session.id, payment_status: 'paid', status: 'complete' } },
    request: { id: null, idempotency_key: null },
  });
});

test('without a webhook every event counts as delivered', async () => {
  const running = await startStripe({ secretKey: 'sk_test_local', webhookUrl: null, webhookSecret: '' });
  const client = clientOf(running);
  await client.customers.create();
  expect((await client.events.list({ delivery_success: true })).data).toMatchObject([
    { pending_webhooks: 0 },
  ]);
  await running.close();
});

test.each([
  ['no key', { secretKey: '', webhookUrl: null, webhookSecret: 'x' }],
  ['no webhook secret', { secretKey: 'x', webhookUrl: 'http://127.0.0.1:1', webhookSecret: '' }],
])('refuses to start with %s', async (_label, options) => {
  await expect(startStripe(options)).rejects.toThrow('needs a');
});

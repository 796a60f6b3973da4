import Stripe from 'stripe';
import { errorOf, startHarness, type Harness } from '../testing/harness';

let stripe: Harness;
beforeEach(async () => {
  stripe = await startHarness();
});
afterEach(() => stripe.close());

const names = ['a', 'b', 'c', 'd', 'e'];

async function createCustomers(): Promise<string[]> {
  for (const name of names) await stripe.client.customers.create({ name });
  const { data } = await stripe.client.events.list({ type: 'customer.created' });
  return data.map(({ id }) => id);
}

test('events are listed newest first, page by page', async () => {
  const ids = await createCustomers();
  const { events } = stripe.client;
  const first = await events.list({ limit: 2 });
  expect(first).toMatchObject({ object: 'list', has_more: true, url: '/v1/events' });
  expect(first.data.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  const last = await events.list({ limit: 3, starting_after: ids[1] ?? '' });
  expect([last.data.map(({ id }) => id), last.has_more]).toEqual([ids.slice(2), false]);
  const before = await events.list({ limit: 2, ending_before: ids[4] ?? '' });
  expect([before.data.map(({ id }) => id), before.has_more]).toEqual([ids.slice(2, 4), true]);
});

test('the client can walk over all of them', async () => {
  const ids = await createCustomers();
  const walked: string[] = [];
  for await (const event of stripe.client.events.list({ limit: 2 })) walked.push(event.id);
  expect(walked).toEqual(ids);
});

test('events are chosen by type, group, instant and delivery', async () => {
  const { events, customers } = stripe.client;
  stripe.running.deliverer.setFaults({ hold: true });
  const { id } = await customers.create();
  await customers.update(id, { name: 'x' });
  await stripe.client.paymentIntents.create({ amount: 100, currency: 'eur' });
  const count = async (request: Parameters<typeof events.list>[0]) =>
    (await events.list(request)).data.length;
  const now = Math.floor(Date.now() / 1000);
  expect(await count({ type: 'customer.*' })).toBe(2);
  expect(await count({ types: ['customer.updated', 'payment_intent.created'] })).toBe(2);
  expect(await count({ created: { gte: now - 60, lt: now + 60 } })).toBe(3);
  expect(await count({ created: { lt: now - 60 } })).toBe(0);
  expect(await count({ delivery_success: false })).toBe(3);
  await stripe.running.deliverer.release();
  expect(await count({ delivery_success: false })).toBe(0);
  expect(await count({ delivery_success: true })).toBe(3);
});

test('an event holds its object as it was, and who asked for it', async () => {
  const { customers, events } = stripe.client;
  const created = await customers.create({ name: 'Before' }, { idempotencyKey: 'key-1' });
  await customers.update(created.id, { name: 'After' });
  const [first] = (await events.list({ type: 'customer.created' })).data;
  const event = await events.retrieve(first?.id ?? '');
  expect(event).toMatchObject({
    api_version: Stripe.API_VERSION,
    data: { object: { name: 'Before' } },
    request: { id: created.lastResponse.requestId, idempotency_key: 'key-1' },
  });
});

test.each([
  ['an unknown cursor', { starting_after: 'evt_none' }, 'resource_missing'],
  ['a page too long', { limit: 101 }, 'parameter_invalid_integer'],
  ['type and types', { type: 'a', types: ['b'] }, 'parameters_exclusive'],
])('%s is refused', async (_label, request, code) => {
  expect(await errorOf(stripe.client.events.list(request))).toMatchObject({ statusCode: 400, code });
});

import { clientOf, errorOf, startHarness, type Harness } from '../testing/harness';

let stripe: Harness;
beforeEach(async () => {
  stripe = await startHarness();
});
afterEach(() => stripe.close());

const payment = {
  amount: 1000,
  currency: 'eur',
  allowed_payment_method_types: ['card'],
  confirm: true,
};
const idempotencyKey = 'pay-inv-1';

test('the same key and parameters give the first answer again', async () => {
  const { paymentIntents } = stripe.client;
  const parameters = { ...payment, payment_method: 'pm_card_visa' };
  const first = await paymentIntents.create(parameters, { idempotencyKey });
  const again = await paymentIntents.create(parameters, { idempotencyKey });
  expect(again.id).toBe(first.id);
  expect(first.lastResponse.headers).not.toHaveProperty('idempotent-replayed');
  expect(again.lastResponse.headers).toMatchObject({
    'idempotent-replayed': 'true',
    'idempotency-key': idempotencyKey,
    'original-request': first.lastResponse.requestId,
  });
  expect((await stripe.types()).filter((type) => type === 'charge.succeeded')).toHaveLength(1);
});

test('a refused card is refused again without another charge', async () => {
  const parameters = { ...payment, payment_method: 'pm_card_visa_chargeDeclined' };
  const attempt = () => errorOf(stripe.client.paymentIntents.create(parameters, { idempotencyKey }));
  const [first, again] = [await attempt(), await attempt()];
  expect(again.charge).toBe(first.charge);
  expect((await stripe.types()).filter((type) => type === 'charge.failed')).toHaveLength(1);
});

test.each([
  ['other parameters', () => stripe.client.customers.create({ name: 'b' }, { idempotencyKey })],
  ['another address', () => stripe.client.setupIntents.create({}, { idempotencyKey })],
])('the same key with %s is an error', async (_label, call) => {
  await stripe.client.customers.create({ name: 'a' }, { idempotencyKey });
  expect(await errorOf(call())).toMatchObject({
    type: 'StripeIdempotencyError',
    statusCode: 400,
    rawType: 'idempotency_error',
  });
});

test('refused parameters leave the key free', async () => {
  const { customers } = stripe.client;
  await errorOf(customers.create({ email: 'none' }, { idempotencyKey }));
  const created = await customers.create({ email: 'ada@example.com' }, { idempotencyKey });
  expect(created.email).toBe('ada@example.com');
});

test('a key whose first request is not answered yet is in use', async () => {
  await stripe.control('faults', { api: { fail: 1, status: 'timeout' } });
  const abandoned = new AbortController();
  const hanging = fetch(`${stripe.running.url}/v1/customers`, {
    method: 'POST',
    headers: { Authorization: 'Bearer sk_test_local', 'Idempotency-Key': idempotencyKey },
    signal: abandoned.signal,
  });
  const inUse = async () => ((await stripe.control('state')) as { keysInUse: string[] }).keysInUse;
  while ((await inUse()).length === 0);
  const error = await errorOf(stripe.client.customers.create({}, { idempotencyKey }));
  expect(error).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' });

  abandoned.abort();
  await expect(hanging).rejects.toThrow();
  while ((await inUse()).length > 0);
  expect((await stripe.client.customers.create({}, { idempotencyKey })).object).toBe('customer');
});

test('calls at the same time take effect once', async () => {
  const patient = clientOf(stripe.running, { retries: 3 });
  const calls = Array.from({ length: 10 }, () =>
    patient.paymentIntents.create({ ...payment, payment_method: 'pm_card_visa' }, { idempotencyKey }),
  );
  const ids = new Set((await Promise.all(calls)).map(({ id }) => id));
  expect(ids.size).toBe(1);
});

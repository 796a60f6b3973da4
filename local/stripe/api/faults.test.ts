import { clientOf, errorOf, startHarness, type Harness } from '../testing/harness';

let stripe: Harness;
beforeEach(async () => {
  stripe = await startHarness();
});
afterEach(() => stripe.close());

const created = async () => (await stripe.types()).filter((type) => type === 'customer.created').length;
const fail = (api: object) => stripe.control('faults', { api });

test('a server error before the effect', async () => {
  await fail({ fail: 1 });
  expect(await errorOf(stripe.client.customers.create())).toMatchObject({
    type: 'StripeAPIError',
    statusCode: 500,
  });
  expect(await created()).toBe(0);
});

test('a server error after the effect: the same key finds it', async () => {
  await fail({ fail: 1, after: true });
  const options = { idempotencyKey: 'k' };
  await errorOf(stripe.client.customers.create({}, options));
  const again = await stripe.client.customers.create({}, options);
  expect(again.lastResponse.headers).toMatchObject({ 'idempotent-replayed': 'true' });
  expect(await created()).toBe(1);
});

test('a connection cut after the effect: a client that retries does not repeat it', async () => {
  await fail({ fail: 2, status: 'drop', after: true });
  const customer = await clientOf(stripe.running, { retries: 2 }).customers.create({ name: 'Ada' });
  expect(customer.name).toBe('Ada');
  expect(await created()).toBe(1);
});

test('no answer until the caller gives up', async () => {
  await fail({ fail: 1, status: 'timeout', after: true });
  const call = clientOf(stripe.running, { timeout: 50 }).customers.create();
  expect((await errorOf(call)).type).toBe('StripeConnectionError');
  expect(await created()).toBe(1);
});

test('faults count down', async () => {
  await fail({ fail: 2 });
  const outcomes: boolean[] = [];
  for (let call = 0; call < 3; call += 1) {
    outcomes.push(
      await stripe.client.customers.create().then(
        () => true,
        () => false,
      ),
    );
  }
  expect(outcomes).toEqual([false, false, true]);
});

test.each([
  ['an unknown fault', { colour: 'red' }],
  ['an unknown API fault', { api: { fail: 1, status: 404 } }],
  ['a wrong delivery fault', { copies: 0 }],
])('%s is refused', async (_label, body) => {
  expect(await stripe.control('faults', body)).toHaveProperty('error');
});

test('only calls to an address', async () => {
  await fail({ fail: 1, path: '/payment_methods' });
  const { id } = await stripe.client.customers.create();
  expect(await errorOf(stripe.client.paymentMethods.attach('pm_card_visa', { customer: id }))).toMatchObject({
    statusCode: 500,
  });
  await stripe.client.paymentMethods.attach('pm_card_visa', { customer: id });
});

import { errorOf, startHarness, type Harness } from '../testing/harness';
import { idOf } from '../world';

let stripe: Harness;
let charge: string;
beforeEach(async () => {
  stripe = await startHarness();
  const intent = await stripe.client.paymentIntents.create({
    amount: 1000,
    currency: 'usd',
    allowed_payment_method_types: ['card'],
    capture_method: 'automatic',
    payment_method: 'pm_card_visa',
    confirm: true,
  });
  charge = idOf(intent.latest_charge) ?? '';
  await stripe.client.refunds.create({ charge, amount: 400 });
});
afterEach(() => stripe.close());

test('the ledger, newest first, its sources expanded', async () => {
  const { data } = await stripe.client.balanceTransactions.list({ expand: ['data.source'] });
  expect(data).toMatchObject([
    { type: 'refund', amount: -400, fee: 0, source: { object: 'refund', charge } },
    { type: 'charge', amount: 1000, fee: 59, net: 941, source: { object: 'charge', id: charge } },
  ]);
});

test('bookings are chosen by type, source, currency and instant', async () => {
  const { balanceTransactions } = stripe.client;
  const count = async (request: Parameters<typeof balanceTransactions.list>[0]) =>
    (await balanceTransactions.list(request)).data.length;
  const [latest] = (await balanceTransactions.list()).data;
  const created = latest?.created ?? 0;
  expect(await count({ type: 'refund' })).toBe(1);
  expect(await count({ source: charge })).toBe(1);
  expect(await count({ currency: 'eur' })).toBe(0);
  expect(await count({ created: { gte: created - 60, lt: created + 60 } })).toBe(2);
  expect(await count({ created: { gte: created + 60 } })).toBe(0);
});

test('the client can walk over all of it', async () => {
  const types: string[] = [];
  for await (const { type } of stripe.client.balanceTransactions.list({ limit: 1 })) types.push(type);
  expect(types).toEqual(['refund', 'charge']);
});

test('an unknown booking', async () => {
  const { balanceTransactions } = stripe.client;
  expect(await errorOf(balanceTransactions.retrieve('txn_none'))).toMatchObject({ statusCode: 404 });
  expect(await errorOf(balanceTransactions.list({ starting_after: 'txn_none' }))).toMatchObject({
    statusCode: 400,
  });
});

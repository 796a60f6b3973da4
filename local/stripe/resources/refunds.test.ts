import { errorOf, startHarness, type Harness } from '../testing/harness';
import { idOf } from '../world';

let stripe: Harness;
let paid: { payment_intent: string; charge: string };
beforeEach(async () => {
  stripe = await startHarness();
  const intent = await stripe.client.paymentIntents.create({
    amount: 1000,
    currency: 'usd',
    allowed_payment_method_types: ['card'],
    payment_method: 'pm_card_visa',
    confirm: true,
  });
  paid = { payment_intent: intent.id, charge: idOf(intent.latest_charge) ?? '' };
});
afterEach(() => stripe.close());

test('a payment is refunded in parts until nothing is left', async () => {
  const { refunds, charges } = stripe.client;
  const first = await refunds.create({
    payment_intent: paid.payment_intent,
    amount: 300,
    metadata: { a: '1' },
  });
  expect(first).toMatchObject({ amount: 300, status: 'succeeded', ...paid, metadata: { a: '1' } });
  expect(await charges.retrieve(paid.charge)).toMatchObject({ amount_refunded: 300, refunded: false });
  const rest = await refunds.create({ charge: paid.charge, reason: 'requested_by_customer' });
  expect(rest).toMatchObject({ amount: 700, reason: 'requested_by_customer' });
  expect(await charges.retrieve(paid.charge)).toMatchObject({ amount_refunded: 1000, refunded: true });
  expect(await refunds.retrieve(first.id)).toEqual(expect.objectContaining({ id: first.id, amount: 300 }));
  expect((await stripe.types()).slice(-4)).toEqual([
    'charge.refunded',
    'refund.created',
    'charge.refunded',
    'refund.created',
  ]);
});

test('the booking of a refund takes the money and no fee', async () => {
  const refund = await stripe.client.refunds.create({
    payment_intent: paid.payment_intent,
    expand: ['balance_transaction'],
  });
  expect(refund.balance_transaction).toMatchObject({ amount: -1000, fee: 0, net: -1000, type: 'refund' });
});

test('more than what is left cannot be refunded', async () => {
  const { refunds } = stripe.client;
  const { payment_intent } = paid;
  expect(await errorOf(refunds.create({ payment_intent, amount: 1001 }))).toMatchObject({
    statusCode: 400,
    param: 'amount',
  });
  await refunds.create({ payment_intent, amount: 600 });
  expect((await errorOf(refunds.create({ payment_intent, amount: 401 }))).param).toBe('amount');
  await refunds.create({ payment_intent, amount: 400 });
  expect((await errorOf(refunds.create({ payment_intent }))).code).toBe('charge_already_refunded');
});

test.each([
  ['nothing named', {}, 'parameter_missing'],
  ['an unknown payment', { payment_intent: 'pi_none' }, 'resource_missing'],
  ['an unknown charge', { charge: 'ch_none' }, 'resource_missing'],
  ['a zero amount', { charge: 'ch_none', amount: 0 }, 'parameter_invalid_integer'],
])('%s is refused', async (_label, parameters, code) => {
  expect(await errorOf(stripe.client.refunds.create(parameters))).toMatchObject({ statusCode: 400, code });
});

test('a payment that never succeeded has nothing to refund', async () => {
  const { id } = await stripe.client.paymentIntents.create({ amount: 1000, currency: 'usd' });
  const error = await errorOf(stripe.client.refunds.create({ payment_intent: id }));
  expect(error.code).toBe('payment_intent_unexpected_state');
});

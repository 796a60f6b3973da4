import type Stripe from 'stripe';
import { cardForm, errorOf, paymentSession, postForm, startHarness, type Harness } from '../testing/harness';
import { idOf } from '../world';

let stripe: Harness;
let paid: { payment_intent: string; charge: string };
beforeEach(async () => {
  stripe = await startHarness();
  const intent = await stripe.client.paymentIntents.create({
    amount: 1000,
    currency: 'eur',
    allowed_payment_method_types: ['card'],
    payment_method: 'pm_card_visa',
    confirm: true,
    metadata: { order: '7' },
  });
  paid = { payment_intent: intent.id, charge: idOf(intent.latest_charge) ?? '' };
});
afterEach(() => stripe.close());

const open = async (how: object = {}) =>
  (await stripe.control('dispute', { payment_intent: paid.payment_intent, ...how })) as Stripe.Dispute;
const end = (dispute: string, status: string) => stripe.control('dispute/status', { dispute, status });
const disputeTypes = async () => (await stripe.types()).filter((type) => type.startsWith('charge.dispute'));
const bookings = async (source: string) =>
  (await stripe.client.balanceTransactions.list({ source })).data.map(({ type, amount, fee }) => ({
    type,
    amount,
    fee,
  }));

test('a dispute takes the money and a fee, and carries none of the payment’s metadata', async () => {
  const { id } = await open({ reason: 'product_not_received' });
  expect(await stripe.client.disputes.retrieve(id)).toMatchObject({
    ...paid,
    amount: 1000,
    currency: 'eur',
    reason: 'product_not_received',
    status: 'needs_response',
    metadata: {},
  });
  expect(await stripe.client.charges.retrieve(paid.charge)).toMatchObject({ disputed: true });
  expect(await bookings(id)).toEqual([{ type: 'adjustment', amount: -1000, fee: 1500 }]);
  expect(await disputeTypes()).toEqual(['charge.dispute.created', 'charge.dispute.funds_withdrawn']);
  expect((await errorOf(stripe.client.refunds.create({ charge: paid.charge }))).code).toBe('charge_disputed');
});

test('a dispute that is won gives the money back, and keeps the fee', async () => {
  const { id } = await open();
  await end(id, 'won');
  expect(await bookings(id)).toEqual([
    { type: 'adjustment', amount: 1000, fee: 0 },
    { type: 'adjustment', amount: -1000, fee: 1500 },
  ]);
  expect((await disputeTypes()).slice(2)).toEqual([
    'charge.dispute.closed',
    'charge.dispute.funds_reinstated',
  ]);
});

test('the merchant can give a dispute up', async () => {
  const { id } = await open();
  expect(await stripe.client.disputes.close(id)).toMatchObject({ status: 'lost' });
  expect((await errorOf(stripe.client.disputes.close(id))).statusCode).toBe(400);
  expect((await disputeTypes()).slice(2)).toEqual(['charge.dispute.closed']);
});

test('an inquiry takes nothing until it becomes a dispute', async () => {
  const { id, status } = await open({ inquiry: true });
  expect(status).toBe('warning_needs_response');
  expect(await bookings(id)).toEqual([]);
  expect(await disputeTypes()).toEqual(['charge.dispute.created']);
  await end(id, 'needs_response');
  expect(await bookings(id)).toHaveLength(1);
  expect(await disputeTypes()).toEqual(['charge.dispute.created', 'charge.dispute.funds_withdrawn']);
});

test.each([
  ['a dispute as an inquiry', {}, 'warning_closed'],
  ['an inquiry as a dispute', { inquiry: true }, 'lost'],
])('%s cannot end', async (_edge, how, status) => {
  const { id } = await open(how);
  expect(await end(id, status)).toMatchObject({ error: expect.stringContaining('cannot end as') as string });
});

test('a payment is disputed once', async () => {
  await open();
  expect(await open()).toMatchObject({ error: expect.stringContaining('disputed already') as string });
});

test.each([
  ['4000000000000259', 'needs_response'],
  ['4000000000001976', 'warning_needs_response'],
])('card %s objects by itself', async (number, status) => {
  const session = await stripe.client.checkout.sessions.create(paymentSession());
  await postForm(session.url ?? '', cardForm(number));
  const { payment_intent: intent } = await stripe.client.checkout.sessions.retrieve(session.id);
  const { data } = await stripe.client.disputes.list({ payment_intent: idOf(intent) ?? '' });
  expect(data).toMatchObject([{ status, amount: 2500 }]);
});

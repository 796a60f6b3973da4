import type Stripe from 'stripe';
import { testCards } from '../test-cards';
import { errorOf, startHarness, type Harness } from '../testing/harness';

let stripe: Harness;
beforeEach(async () => {
  stripe = await startHarness();
});
afterEach(() => stripe.close());

const cardOnly = { allowed_payment_method_types: ['card'] };
const price = { amount: 1050, currency: 'eur', ...cardOnly };

async function savedCard(methodId: string): Promise<{ customer: string; payment_method: string }> {
  const customer = await stripe.client.customers.create();
  const method = await stripe.client.paymentMethods.attach(methodId, { customer: customer.id });
  return { customer: customer.id, payment_method: method.id };
}

test('a payment is created, then confirmed', async () => {
  const { paymentIntents } = stripe.client;
  const created = await paymentIntents.create({ ...price, metadata: { paymentId: 'p1' } });
  expect(created).toMatchObject({ status: 'requires_payment_method', amount_received: 0 });
  const paid = await paymentIntents.confirm(created.id, {
    payment_method: 'pm_card_visa',
    expand: ['latest_charge', 'payment_method'],
  });
  expect(paid).toMatchObject({
    status: 'succeeded',
    amount_received: 1050,
    metadata: { paymentId: 'p1' },
    latest_charge: { amount: 1050, paid: true, status: 'succeeded', metadata: { paymentId: 'p1' } },
    payment_method: { card: { last4: '4242' } },
  });
  expect(await stripe.types()).toEqual([
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
    'charge.updated',
  ]);
});

test('a saved card is charged in one call without the customer', async () => {
  const saved = await savedCard('pm_card_visa');
  const paid = await stripe.client.paymentIntents.create({
    ...price,
    ...saved,
    confirm: true,
    off_session: true,
  });
  expect(paid).toMatchObject({ status: 'succeeded', customer: saved.customer });
});

test('the fee is known once the charge is booked', async () => {
  const paid = await stripe.client.paymentIntents.create({
    ...price,
    payment_method: 'pm_card_visa',
    confirm: true,
  });
  const { latest_charge: charge } = await stripe.client.paymentIntents.retrieve(paid.id, {
    expand: ['latest_charge.balance_transaction'],
  });
  expect(charge).toMatchObject({ balance_transaction: { amount: 1050, fee: 60, net: 990, type: 'charge' } });
  const { id, balance_transaction: booking } = charge as Stripe.Charge;
  expect(await stripe.client.charges.retrieve(id)).toMatchObject({
    balance_transaction: (booking as Stripe.BalanceTransaction).id,
  });
});

test('with capture_method automatic the fee is known at once', async () => {
  const { latest_charge: charge } = await stripe.client.paymentIntents.create({
    ...price,
    capture_method: 'automatic',
    payment_method: 'pm_card_visa',
    confirm: true,
    expand: ['latest_charge.balance_transaction'],
  });
  expect(charge).toMatchObject({ balance_transaction: { fee: 60 } });
  expect(await stripe.types()).not.toContain('charge.updated');
});

test.each(
  testCards
    .filter(({ decline, authentication }) => decline !== null && authentication === 'never')
    .map(({ number, decline, methodIds }) => ({ number, methodId: methodIds[0] ?? '', ...decline })),
)('$number is refused with $declineCode', async ({ methodId, code, declineCode, message }) => {
  const call = stripe.client.paymentIntents.create({ ...price, payment_method: methodId, confirm: true });
  const error = await errorOf(call);
  expect(error).toMatchObject({
    type: 'StripeCardError',
    statusCode: 402,
    code,
    decline_code: declineCode,
    message,
    payment_intent: { status: 'requires_payment_method', payment_method: null },
  });
  expect(error.payment_intent?.last_payment_error).toMatchObject({
    type: 'card_error',
    code,
    decline_code: declineCode,
    charge: error.charge,
  });
  expect(await stripe.client.charges.retrieve(error.charge ?? '')).toMatchObject({
    status: 'failed',
    paid: false,
    failure_code: code,
    outcome: { reason: declineCode },
  });
  expect(await stripe.types()).toEqual([
    'payment_intent.created',
    'charge.failed',
    'payment_intent.payment_failed',
  ]);
});

test('a refused payment can be paid with another card', async () => {
  const { paymentIntents } = stripe.client;
  const { id } = await paymentIntents.create(price);
  await errorOf(paymentIntents.confirm(id, { payment_method: 'pm_card_visa_chargeDeclined' }));
  const paid = await paymentIntents.confirm(id, { payment_method: 'pm_card_mastercard' });
  expect(paid).toMatchObject({ status: 'succeeded', last_payment_error: null });
});

test('a card that was good when saved can be refused later', async () => {
  const saved = await savedCard('pm_card_visa');
  await stripe.control('cards', { payment_method: saved.payment_method, number: '4000000000009995' });
  const call = stripe.client.paymentIntents.create({ ...price, ...saved, confirm: true, off_session: true });
  expect(await errorOf(call)).toMatchObject({ decline_code: 'insufficient_funds' });
});

test.each([
  ['never saved with 3D Secure', 'pm_card_authenticationRequiredOnSetup', 'authentication_required'],
  ['always asks', 'pm_card_authenticationRequired', 'authentication_required'],
  ['set up already', 'pm_card_authenticationRequiredSetupForOffSession', null],
])('off session, a card that %s', async (_label, methodId, declineCode) => {
  const saved = await savedCard(methodId);
  const call = stripe.client.paymentIntents.create({ ...price, ...saved, confirm: true, off_session: true });
  if (declineCode === null) expect((await call).status).toBe('succeeded');
  else expect(await errorOf(call)).toMatchObject({ code: declineCode, decline_code: declineCode });
});

test('with the customer there, the bank is asked on a page of its own', async () => {
  const intent = await stripe.client.paymentIntents.create({
    ...price,
    payment_method: 'pm_card_authenticationRequired',
    confirm: true,
    return_url: 'http://127.0.0.1:1/back?order=7',
  });
  expect(intent).toMatchObject({ status: 'requires_action', next_action: { type: 'redirect_to_url' } });
  const page = intent.next_action?.redirect_to_url?.url ?? '';
  expect(await (await fetch(page)).text()).toContain('3D Secure');
  const body = new URLSearchParams({ outcome: 'complete' });
  const answer = await fetch(page, { method: 'POST', body, redirect: 'manual' });
  expect(answer.headers.get('location')).toBe(
    `http://127.0.0.1:1/back?order=7&payment_intent=${intent.id}` +
      `&payment_intent_client_secret=${String(intent.client_secret)}&redirect_status=succeeded`,
  );
  expect((await stripe.client.paymentIntents.retrieve(intent.id)).status).toBe('succeeded');
});

test('error_on_requires_action refuses instead of waiting', async () => {
  const call = stripe.client.paymentIntents.create({
    ...price,
    payment_method: 'pm_card_authenticationRequired',
    confirm: true,
    error_on_requires_action: true,
  });
  const error = await errorOf(call);
  expect(error).toMatchObject({ code: 'authentication_required', payment_intent: { next_action: null } });
});

test('setup_future_usage saves the card on the customer', async () => {
  const { id: customer } = await stripe.client.customers.create();
  await stripe.client.paymentIntents.create({
    ...price,
    customer,
    payment_method: 'pm_card_visa',
    confirm: true,
    setup_future_usage: 'off_session',
  });
  expect((await stripe.client.paymentMethods.list({ customer })).data).toHaveLength(1);
});

test('a canceled payment cannot be paid, a paid one not canceled', async () => {
  const { paymentIntents } = stripe.client;
  const open = await paymentIntents.create(price);
  const canceled = await paymentIntents.cancel(open.id, { cancellation_reason: 'abandoned' });
  expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' });
  const paid = await paymentIntents.create({ ...price, payment_method: 'pm_card_visa', confirm: true });
  const refused = [
    paymentIntents.confirm(open.id, { payment_method: 'pm_card_visa' }),
    paymentIntents.confirm(paid.id, { payment_method: 'pm_card_visa' }),
    paymentIntents.cancel(paid.id),
    paymentIntents.cancel(open.id),
  ];
  for (const call of refused) {
    expect(await errorOf(call)).toMatchObject({
      statusCode: 400,
      code: 'payment_intent_unexpected_state',
      payment_intent: { object: 'payment_intent' },
    });
  }
});

describe('a card may be used only where Stripe lets it be', () => {
  test.each([
    ['saved, with no customer named', (saved: string) => ({ payment_method: saved })],
    [
      'saved on another customer',
      (saved: string, other: string) => ({ payment_method: saved, customer: other }),
    ],
  ])('%s', async (_label, parameters) => {
    const saved = await savedCard('pm_card_visa');
    const other = await stripe.client.customers.create();
    const call = stripe.client.paymentIntents.create({
      ...price,
      ...parameters(saved.payment_method, other.id),
      confirm: true,
    });
    expect(await errorOf(call)).toMatchObject({ statusCode: 400, param: 'payment_method' });
  });

  test('used once without a customer', async () => {
    const { id } = await stripe.client.paymentMethods.retrieve('pm_card_visa');
    await stripe.client.paymentIntents.create({ ...price, payment_method: id, confirm: true });
    const call = stripe.client.paymentIntents.create({ ...price, payment_method: id, confirm: true });
    expect(await errorOf(call)).toMatchObject({ statusCode: 400, param: 'payment_method' });
  });
});

test('methods that may redirect need an address to return to', async () => {
  const call = stripe.client.paymentIntents.create({
    amount: 1050,
    currency: 'eur',
    payment_method: 'pm_card_visa',
    confirm: true,
  });
  expect(await errorOf(call)).toMatchObject({ statusCode: 400, param: 'return_url' });
});

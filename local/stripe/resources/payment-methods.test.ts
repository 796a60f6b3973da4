import { errorOf, startHarness, type Harness } from '../testing/harness';

let stripe: Harness;
beforeAll(async () => {
  stripe = await startHarness();
});
afterAll(() => stripe.close());

test('a card is attached, listed, read and detached', async () => {
  const { paymentMethods, customers } = stripe.client;
  const customer = await customers.create();
  const visa = await paymentMethods.attach('pm_card_visa', { customer: customer.id });
  const mastercard = await paymentMethods.attach('pm_card_mastercard', { customer: customer.id });
  expect(visa.id).toMatch(/^pm_[A-Za-z0-9]{24}$/);
  expect(visa.card).toMatchObject({ brand: 'visa', last4: '4242' });
  const ids = async () => (await paymentMethods.list({ customer: customer.id })).data.map(({ id }) => id);
  expect(await ids()).toEqual([mastercard.id, visa.id]);

  await customers.update(customer.id, { invoice_settings: { default_payment_method: visa.id } });
  expect((await paymentMethods.detach(visa.id)).customer).toBeNull();
  expect(await ids()).toEqual([mastercard.id]);
  expect((await paymentMethods.retrieve(visa.id)).customer).toBeNull();
  expect(await customers.retrieve(customer.id)).toMatchObject({
    invoice_settings: { default_payment_method: null },
  });
  expect(await stripe.types()).toEqual([
    'customer.created',
    'payment_method.attached',
    'payment_method.attached',
    'customer.updated',
    'payment_method.detached',
    'customer.updated',
  ]);
});

test('the same card has the same fingerprint', async () => {
  const [a, b, other] = await Promise.all(
    ['pm_card_visa', 'pm_card_visa', 'pm_card_mastercard'].map((id) =>
      stripe.client.paymentMethods.retrieve(id),
    ),
  );
  expect(a?.card?.fingerprint).toBe(b?.card?.fingerprint);
  expect(a?.card?.fingerprint).not.toBe(other?.card?.fingerprint);
});

test.each([
  ['no such method', 'pm_none', 404, 'resource_missing'],
  ['a card that is refused', 'pm_card_visa_chargeDeclinedInsufficientFunds', 402, 'card_declined'],
  ['an expired card', 'pm_card_chargeDeclinedExpiredCard', 402, 'expired_card'],
])('attaching %s is refused', async (_label, id, statusCode, code) => {
  const { id: customer } = await stripe.client.customers.create();
  expect(await errorOf(stripe.client.paymentMethods.attach(id, { customer }))).toMatchObject({
    statusCode,
    code,
  });
});

test('a card belongs to one customer, and to none after it was detached', async () => {
  const { paymentMethods, customers } = stripe.client;
  const [first, second] = await Promise.all([customers.create(), customers.create()]);
  const { id } = await paymentMethods.attach('pm_card_visa', { customer: first.id });
  expect(await errorOf(paymentMethods.attach(id, { customer: second.id }))).toMatchObject({
    statusCode: 400,
    code: 'payment_method_unexpected_state',
  });
  await paymentMethods.detach(id);
  expect((await errorOf(paymentMethods.attach(id, { customer: second.id }))).statusCode).toBe(400);
  expect((await errorOf(paymentMethods.detach(id))).code).toBe('payment_method_unexpected_state');
});

test('a saved card gets another month, by its merchant or by its bank', async () => {
  const { paymentMethods, customers } = stripe.client;
  const { id: customer } = await customers.create();
  const { id } = await paymentMethods.attach('pm_card_visa', { customer });
  const updated = await paymentMethods.update(id, { card: { exp_month: 5 } });
  expect(updated.card?.exp_month).toBe(5);
  await stripe.control('cards/renew', { payment_method: id, exp_month: 6, exp_year: 2040 });
  expect((await paymentMethods.retrieve(id)).card).toMatchObject({ exp_month: 6, exp_year: 2040 });
  expect((await stripe.types()).slice(-2)).toEqual([
    'payment_method.updated',
    'payment_method.automatically_updated',
  ]);
  await paymentMethods.detach(id);
  expect(await errorOf(paymentMethods.update(id, { card: { exp_month: 7 } }))).toMatchObject({
    type: 'StripeInvalidRequestError',
  });
});

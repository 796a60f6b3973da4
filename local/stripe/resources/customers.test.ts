import { errorOf, paymentSession, startHarness, type Harness } from '../testing/harness';

let stripe: Harness;
beforeAll(async () => {
  stripe = await startHarness();
});
afterAll(() => stripe.close());

test('a customer is created, changed and read', async () => {
  const created = await stripe.client.customers.create({
    email: 'ada@example.com',
    name: 'Ada Öz',
    metadata: { uid: 'u1', team: 'a' },
    address: { country: 'TR', city: 'İzmir' },
  });
  expect(created.id).toMatch(/^cus_[A-Za-z0-9]{14}$/);
  expect(created.address).toEqual({
    city: 'İzmir',
    country: 'TR',
    line1: null,
    line2: null,
    postal_code: null,
    state: null,
  });
  const updated = await stripe.client.customers.update(created.id, { name: 'Ada', metadata: { team: '' } });
  expect(updated).toMatchObject({ email: 'ada@example.com', name: 'Ada', metadata: { uid: 'u1' } });
  expect(await stripe.client.customers.retrieve(created.id)).toMatchObject({ id: created.id, name: 'Ada' });
});

test.each([
  ['a field', { name: '' }, { name: null, metadata: { uid: 'u1' } }],
  ['one key of the metadata', { metadata: { uid: '' } }, { metadata: {} }],
  ['all metadata', { metadata: '' as const }, { metadata: {} }],
])('an empty value clears %s', async (_label, change, expected) => {
  const { id } = await stripe.client.customers.create({ name: 'Ada', metadata: { uid: 'u1' } });
  expect(await stripe.client.customers.update(id, change)).toMatchObject(expected);
});

test('events carry what changed', async () => {
  const { id } = await stripe.client.customers.create({ name: 'Before' });
  await stripe.client.customers.update(id, { name: 'After', email: 'a@b.co' });
  const [event] = (await stripe.client.events.list({ type: 'customer.updated', limit: 1 })).data;
  expect(event?.data).toMatchObject({
    object: { id, name: 'After' },
    previous_attributes: { name: 'Before', email: null },
  });
});

test('an update that changes nothing sends no event', async () => {
  const { id } = await stripe.client.customers.create({ name: 'Same' });
  await stripe.client.customers.update(id, { name: 'Same' });
  const { data } = await stripe.client.events.list({ type: 'customer.updated', limit: 100 });
  expect(data.filter((event) => (event.data.object as { id: string }).id === id)).toEqual([]);
});

test('a customer can be created with a card as the default', async () => {
  const customer = await stripe.client.customers.create({ payment_method: 'pm_card_visa' });
  const { data } = await stripe.client.paymentMethods.list({ customer: customer.id });
  const [method] = data;
  const updated = await stripe.client.customers.update(customer.id, {
    invoice_settings: { default_payment_method: method?.id ?? '' },
  });
  expect(updated.invoice_settings.default_payment_method).toBe(method?.id);
});

test('a card that cannot be saved leaves no customer behind', async () => {
  const before = await stripe.types();
  const error = await errorOf(
    stripe.client.customers.create({ payment_method: 'pm_card_visa_chargeDeclined' }),
  );
  expect(error).toMatchObject({ statusCode: 402, code: 'card_declined' });
  expect(await stripe.types()).toEqual(before);
});

test("another customer's card cannot be the default", async () => {
  const [owner, other] = await Promise.all([
    stripe.client.customers.create({ payment_method: 'pm_card_visa' }),
    stripe.client.customers.create(),
  ]);
  const [method] = (await stripe.client.customers.listPaymentMethods(owner.id)).data;
  const error = await errorOf(
    stripe.client.customers.update(other.id, {
      invoice_settings: { default_payment_method: method?.id ?? '' },
    }),
  );
  expect(error.param).toBe('invoice_settings[default_payment_method]');
});

test('an unknown customer is missing', async () => {
  const error = await errorOf(stripe.client.customers.retrieve('cus_none'));
  expect(error).toMatchObject({
    type: 'StripeInvalidRequestError',
    statusCode: 404,
    code: 'resource_missing',
    param: 'id',
    message: "No such customer: 'cus_none'",
  });
});

test('a deleted customer is told as such, and takes what they kept along', async () => {
  const { customers, paymentMethods, checkout } = stripe.client;
  const { id } = await customers.create();
  const method = await paymentMethods.attach('pm_card_visa', { customer: id });
  expect(await customers.del(id)).toMatchObject({ id, deleted: true });
  expect(await customers.retrieve(id)).toMatchObject({ id, deleted: true });
  expect((await paymentMethods.retrieve(method.id)).customer).toBeNull();
  const refused = errorOf(
    checkout.sessions.create(paymentSession({ customer: id, customer_email: undefined })),
  );
  expect(await refused).toMatchObject({ code: 'resource_missing', param: 'customer' });
  expect((await stripe.types()).at(-1)).toBe('customer.deleted');
});

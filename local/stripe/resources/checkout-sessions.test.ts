import { errorOf, paymentSession, startHarness, type Harness } from '../testing/harness';

let stripe: Harness;
beforeAll(async () => {
  stripe = await startHarness();
});
afterAll(() => stripe.close());

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

test('a payment session is created and read', async () => {
  const created = await stripe.client.checkout.sessions.create(paymentSession());
  expect(created).toMatchObject({
    amount_total: 2500,
    client_reference_id: 'order-7',
    currency: 'eur',
    customer_details: { email: 'ada@example.com' },
    metadata: { invoiceId: 'inv_1' },
    mode: 'payment',
    payment_intent: null,
    payment_status: 'unpaid',
    status: 'open',
    ui_mode: 'hosted_page',
    url: `${stripe.running.url}/c/pay/${created.id}`,
  });
  expect(created.id).toMatch(/^cs_test_[A-Za-z0-9]{58}$/);
  expect(created.expires_at - created.created).toBe(24 * 60 * 60);
  expect(created).not.toHaveProperty('line_items');
  const read = await stripe.client.checkout.sessions.retrieve(created.id, { expand: ['line_items'] });
  expect(read.line_items?.data).toMatchObject([
    { amount_total: 2500, quantity: 2, price: { unit_amount: 1250, type: 'one_time' } },
  ]);
  expect((await stripe.client.checkout.sessions.listLineItems(created.id)).data).toHaveLength(1);
});

test('a setup session has its setup intent from the start', async () => {
  const { id: customer } = await stripe.client.customers.create();
  const session = await stripe.client.checkout.sessions.create({
    mode: 'setup',
    customer,
    currency: 'try',
    success_url: 'http://127.0.0.1:1/done',
    setup_intent_data: { metadata: { uid: 'u1' } },
    expand: ['setup_intent'],
  });
  expect(session).toMatchObject({
    amount_total: null,
    payment_status: 'no_payment_required',
    setup_intent: { status: 'requires_payment_method', customer, metadata: { uid: 'u1' } },
  });
});

test('an open session can be expired once', async () => {
  const { sessions } = stripe.client.checkout;
  const { id } = await sessions.create(paymentSession());
  expect(await sessions.expire(id)).toMatchObject({ status: 'expired', url: null, payment_status: 'unpaid' });
  expect((await errorOf(sessions.expire(id))).message).toContain('status of expired');
  expect((await stripe.types()).at(-1)).toBe('checkout.session.expired');
});

test.each([
  ['no success_url', { success_url: undefined }, 'success_url', 'parameter_missing'],
  ['no mode', { mode: undefined }, 'mode', 'parameter_missing'],
  ['no items', { line_items: undefined }, 'line_items', 'parameter_missing'],
  ['a URL that is none', { success_url: 'done' }, 'success_url', 'url_invalid'],
  ['customer and e-mail', { customer: 'cus_x' }, 'customer_email', 'parameters_exclusive'],
  ['an unknown customer', { customer: 'cus_x', customer_email: undefined }, 'customer', 'resource_missing'],
  [
    'kept cards of a guest',
    { saved_payment_method_options: { allow_redisplay_filters: ['limited' as const] } },
    'saved_payment_method_options',
    undefined,
  ],
  ['a mode not imitated', { mode: 'subscription' as const }, 'mode', undefined],
  ['the other mode’s data', { setup_intent_data: { description: 'x' } }, 'setup_intent_data', undefined],
  ['an expiry too soon', { expires_at: inSeconds(29 * 60) }, 'expires_at', undefined],
  ['an expiry too late', { expires_at: inSeconds(25 * 60 * 60) }, 'expires_at', undefined],
  ['an embedded page', { ui_mode: 'embedded_page' as const }, 'ui_mode', undefined],
  [
    'two currencies',
    {
      line_items: ['eur', 'usd'].map((currency) => ({
        quantity: 1,
        price_data: { currency, unit_amount: 100, product_data: { name: 'x' } },
      })),
    },
    'line_items',
    undefined,
  ],
  [
    'a total below the floor',
    {
      line_items: [
        { quantity: 1, price_data: { currency: 'eur', unit_amount: 49, product_data: { name: 'x' } } },
      ],
    },
    'line_items',
    'amount_too_small',
  ],
  [
    'a fault deep in a line',
    {
      line_items: [
        { quantity: 1, price_data: { currency: 'eur', unit_amount: 49, product_data: { name: '' } } },
      ],
    },
    'line_items[0][price_data][product_data][name]',
    'parameter_invalid_empty',
  ],
])('%s is refused', async (_label, changes, param, code) => {
  const call = stripe.client.checkout.sessions.create(paymentSession(changes));
  expect(await errorOf(call)).toMatchObject({ statusCode: 400, param, code });
});

test.each([
  // A second more: the clock may tick on the way.
  ['half an hour', 30 * 60 + 1],
  ['a day', 24 * 60 * 60],
])('an expiry in %s is taken', async (_label, seconds) => {
  const session = await stripe.client.checkout.sessions.create(
    paymentSession({ expires_at: inSeconds(seconds) }),
  );
  expect(session.status).toBe('open');
});

test('a setup session refuses what belongs to a payment', async () => {
  const call = stripe.client.checkout.sessions.create(paymentSession({ mode: 'setup' }));
  expect(await errorOf(call)).toMatchObject({ param: 'line_items' });
});

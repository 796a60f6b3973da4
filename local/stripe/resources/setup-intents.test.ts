import { errorOf, postForm, startHarness, type Harness } from '../testing/harness';
import { idOf } from '../world';

let stripe: Harness;
beforeEach(async () => {
  stripe = await startHarness();
});
afterEach(() => stripe.close());

test('a card is saved in two steps', async () => {
  const { setupIntents, customers, paymentMethods } = stripe.client;
  const { id: customer } = await customers.create();
  const created = await setupIntents.create({ customer, metadata: { uid: 'u1' } });
  expect(created).toMatchObject({ status: 'requires_payment_method', usage: 'off_session' });
  const saved = await setupIntents.confirm(created.id, { payment_method: 'pm_card_visa' });
  expect(saved.status).toBe('succeeded');
  const [method] = (await paymentMethods.list({ customer })).data;
  expect(method?.id).toBe(saved.payment_method);
  expect(await setupIntents.retrieve(created.id)).toMatchObject({ metadata: { uid: 'u1' } });
  expect(await stripe.types()).toEqual([
    'customer.created',
    'setup_intent.created',
    'payment_method.attached',
    'setup_intent.succeeded',
  ]);
});

test('a card set up with 3D Secure pays later without it', async () => {
  const { setupIntents, customers, paymentIntents } = stripe.client;
  const { id: customer } = await customers.create();
  const intent = await setupIntents.create({
    customer,
    payment_method: 'pm_card_authenticationRequiredOnSetup',
    confirm: true,
    return_url: 'http://127.0.0.1:1/back',
  });
  expect(intent.status).toBe('requires_action');
  const page = intent.next_action?.redirect_to_url?.url ?? '';
  const answer = await postForm(page, new URLSearchParams({ outcome: 'complete' }));
  expect(answer.headers.get('location')).toContain(`setup_intent=${intent.id}`);
  const saved = await setupIntents.retrieve(intent.id, { expand: ['payment_method'] });
  expect(saved).toMatchObject({ status: 'succeeded', payment_method: { customer } });
  const paid = await paymentIntents.create({
    amount: 500,
    currency: 'eur',
    customer,
    payment_method: idOf(intent.payment_method) ?? '',
    confirm: true,
    off_session: true,
  });
  expect(paid.status).toBe('succeeded');
});

test('a failed authentication saves nothing', async () => {
  const { setupIntents } = stripe.client;
  const intent = await setupIntents.create({
    payment_method: 'pm_card_authenticationRequired',
    confirm: true,
    return_url: 'http://127.0.0.1:1/back',
  });
  const page = intent.next_action?.redirect_to_url?.url ?? '';
  const answer = await postForm(page, new URLSearchParams({ outcome: 'fail' }));
  expect(answer.headers.get('location')).toContain('redirect_status=failed');
  expect(await setupIntents.retrieve(intent.id)).toMatchObject({
    status: 'requires_payment_method',
    last_setup_error: { code: 'setup_intent_authentication_failure' },
  });
});

test('a refused card is a card error with the intent', async () => {
  const call = stripe.client.setupIntents.create({
    payment_method: 'pm_card_visa_chargeDeclinedLostCard',
    confirm: true,
  });
  expect(await errorOf(call)).toMatchObject({
    statusCode: 402,
    decline_code: 'lost_card',
    setup_intent: { status: 'requires_payment_method' },
  });
  expect(await stripe.types()).toEqual(['setup_intent.created', 'setup_intent.setup_failed']);
});

test.each([
  ['without a method', {}, 'setup_intent_unexpected_state'],
  ['with an unknown method', { payment_method: 'pm_none' }, 'resource_missing'],
])('confirming %s is refused', async (_label, parameters, code) => {
  const { id } = await stripe.client.setupIntents.create();
  expect(await errorOf(stripe.client.setupIntents.confirm(id, parameters))).toMatchObject({ code });
});

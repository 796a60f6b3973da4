import { cardForm, paymentSession, postForm, startHarness, type Harness } from '../testing/harness';
import { idOf } from '../world';

let stripe: Harness;
beforeEach(async () => {
  stripe = await startHarness();
});
afterEach(() => stripe.close());

const open = (changes = {}) => stripe.client.checkout.sessions.create(paymentSession(changes));
const retrieve = (id: string) =>
  stripe.client.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] });

test('the page shows what is paid for, escaped', async () => {
  const { url } = await open();
  const page = await (await fetch(url ?? '')).text();
  expect(page).toContain('Sözleşme &lt;b&gt;A&amp;B&lt;/b&gt;');
  expect(page).toContain('€25.00');
  expect(page).toContain('href="http://127.0.0.1:1/back"');
  expect(page).toContain('TEST');
});

test.each([
  ['the session’s locale', 'tr', undefined, 'Kart numarası'],
  ['the browser’s language', 'auto', 'tr-TR,tr;q=0.9', 'Kart numarası'],
  ['English otherwise', 'de', 'tr', 'Card number'],
])('speaks %s', async (_label, locale, language, text) => {
  const { url } = await open({ locale });
  const headers: Record<string, string> = language === undefined ? {} : { 'Accept-Language': language };
  const response = await fetch(url ?? '', { headers });
  expect(await response.text()).toContain(text);
});

test('paying leads to the success address and completes the session', async () => {
  const session = await open();
  const answer = await postForm(session.url ?? '', cardForm('4242424242424242'));
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    `http://127.0.0.1:1/done?session=${session.id}`,
  ]);
  expect(await retrieve(session.id)).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
    url: null,
    customer: null,
    customer_details: { email: 'ada@example.com', name: 'Ada Lovelace' },
    payment_intent: {
      status: 'succeeded',
      metadata: { paymentId: 'pay_1' },
      latest_charge: { status: 'succeeded', metadata: { paymentId: 'pay_1' } },
    },
  });
});

test('sending the form twice charges once', async () => {
  const { url } = await open();
  const answers = await Promise.all([1, 2].map(() => postForm(url ?? '', cardForm('4242424242424242'))));
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect((await stripe.types()).filter((type) => type === 'charge.succeeded')).toHaveLength(1);
});

test('a refused card stays on the page; another one pays the same intent', async () => {
  const session = await open({ locale: 'tr' });
  const refused = await postForm(session.url ?? '', cardForm('4000000000009995'));
  const page = await refused.text();
  expect(refused.status).toBe(402);
  expect(page).toContain('role="alert"');
  expect(page).toContain('Kartın bakiyesi yetersiz');
  expect(page).not.toContain('value="123"');
  const failed = await retrieve(session.id);
  expect(failed).toMatchObject({
    status: 'open',
    payment_status: 'unpaid',
    payment_intent: { status: 'requires_payment_method', latest_charge: { status: 'failed' } },
  });
  expect((await postForm(session.url ?? '', cardForm('5555555555554444'))).status).toBe(303);
  expect(await stripe.types()).toEqual([
    'payment_intent.created',
    'charge.failed',
    'payment_intent.payment_failed',
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.completed',
    'charge.updated',
  ]);
});

test('a lost card is not told so', async () => {
  const { url } = await open();
  const page = await (await postForm(url ?? '', cardForm('4000000000009987'))).text();
  expect(page).toContain('The card was declined.');
});

test('a mistake in the form is shown at its field and charges nothing', async () => {
  const { url } = await open({ customer_email: undefined });
  const answer = await postForm(url ?? '', cardForm('4242424242424242', { cvc: '' }));
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain('id="email-error"');
  expect(page).toContain('id="cvc-error"');
  expect(page).not.toContain('id="number-error"');
  expect(await stripe.types()).toEqual([]);
});

describe('3D Secure', () => {
  async function reachBank(changes = {}) {
    const session = await open(changes);
    const answer = await postForm(session.url ?? '', cardForm('4000002760003184'));
    const bank = stripe.running.url + (answer.headers.get('location') ?? '');
    return { session, bank };
  }
  const finish = (bank: string, outcome: string) => postForm(bank, new URLSearchParams({ outcome }));

  test('completed, it pays', async () => {
    const { session, bank } = await reachBank();
    expect(await (await fetch(bank)).text()).toContain('Complete authentication');
    expect((await finish(bank, 'complete')).headers.get('location')).toContain('/done?session=');
    expect(await retrieve(session.id)).toMatchObject({
      payment_status: 'paid',
      payment_intent: {
        latest_charge: { payment_method_details: { card: { three_d_secure: { result: 'authenticated' } } } },
      },
    });
    expect(await stripe.types()).toEqual([
      'payment_intent.created',
      'payment_intent.requires_action',
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
      'charge.updated',
    ]);
  });

  test('failed, it leads back to the page, which says so', async () => {
    const { session, bank } = await reachBank();
    const back = (await finish(bank, 'fail')).headers.get('location') ?? '';
    expect(await (await fetch(stripe.running.url + back)).text()).toContain('could not confirm');
    expect(await retrieve(session.id)).toMatchObject({
      status: 'open',
      payment_intent: {
        status: 'requires_payment_method',
        last_payment_error: { code: 'payment_intent_authentication_failure' },
      },
    });
    expect((await postForm(session.url ?? '', cardForm('4242424242424242'))).status).toBe(303);
  });

  test('done twice, it pays once', async () => {
    const { bank } = await reachBank();
    await finish(bank, 'complete');
    const again = await finish(bank, 'complete');
    expect(again.status).toBe(200);
    expect((await stripe.types()).filter((type) => type === 'charge.succeeded')).toHaveLength(1);
  });

  test('confirmed after the session expired, it pays nothing', async () => {
    const { session, bank } = await reachBank();
    await stripe.client.checkout.sessions.expire(session.id);
    await finish(bank, 'complete');
    expect(await retrieve(session.id)).toMatchObject({
      status: 'expired',
      payment_status: 'unpaid',
      payment_intent: { status: 'canceled' },
    });
  });
});

test('a setup session saves the card on its customer', async () => {
  const { id: customer } = await stripe.client.customers.create({ email: 'ada@example.com' });
  const session = await stripe.client.checkout.sessions.create({
    mode: 'setup',
    customer,
    currency: 'eur',
    success_url: 'http://127.0.0.1:1/done',
  });
  expect((await postForm(session.url ?? '', cardForm('4242424242424242'))).status).toBe(303);
  expect((await stripe.client.paymentMethods.list({ customer })).data).toMatchObject([
    { card: { last4: '4242' } },
  ]);
  expect(await stripe.types()).toEqual([
    'customer.created',
    'setup_intent.created',
    'payment_method.attached',
    'setup_intent.succeeded',
    'checkout.session.completed',
  ]);
});

test.each([
  ['always', { customer_creation: 'always' as const }],
  ['because the card is saved', { payment_intent_data: { setup_future_usage: 'off_session' as const } }],
])('a customer is made: %s', async (_label, changes) => {
  const session = await open(changes);
  await postForm(session.url ?? '', cardForm('4242424242424242'));
  const { customer } = await stripe.client.checkout.sessions.retrieve(session.id, { expand: ['customer'] });
  expect(customer).toMatchObject({ email: 'ada@example.com', name: 'Ada Lovelace' });
});

test('a session that is over says so', async () => {
  const paid = await open();
  await postForm(paid.url ?? '', cardForm('4242424242424242'));
  const done = await fetch(paid.url ?? '');
  expect([done.status, (await done.text()).includes('/done?session=')]).toEqual([200, true]);

  const expired = await open();
  await stripe.client.checkout.sessions.expire(expired.id);
  expect((await fetch(expired.url ?? '')).status).toBe(410);
  expect((await postForm(expired.url ?? '', cardForm('4242424242424242'))).status).toBe(410);
  expect((await fetch(`${stripe.running.url}/c/pay/cs_test_none`)).status).toBe(404);
});

test('a session’s payment cannot be canceled while the session is open', async () => {
  const session = await open();
  await postForm(session.url ?? '', cardForm('4000000000000002'));
  const { payment_intent: intent } = await stripe.client.checkout.sessions.retrieve(session.id);
  await expect(stripe.client.paymentIntents.cancel(idOf(intent) ?? '')).rejects.toThrow('Checkout Session');
});

test('a customer pays with a card that they keep, and with nobody else’s', async () => {
  const { customers, paymentMethods } = stripe.client;
  const { id: customer } = await customers.create({ email: 'ada@example.com' });
  const other = await customers.create();
  const mine = await paymentMethods.attach('pm_card_visa', { customer });
  const declined = await paymentMethods.attach('pm_card_chargeCustomerFail', { customer });
  const theirs = await paymentMethods.attach('pm_card_mastercard', { customer: other.id });
  const { id, url } = await open({ customer, customer_email: undefined });
  const page = await (await fetch(url ?? '')).text();
  expect([page.includes(mine.id), page.includes(theirs.id)]).toEqual([true, false]);
  const pay = (payment_method: string) =>
    postForm(`${url ?? ''}/kept`, new URLSearchParams({ payment_method }));
  expect((await pay(theirs.id)).status).toBe(404);
  expect((await pay(declined.id)).status).toBe(402);
  expect((await pay(mine.id)).status).toBe(303);
  expect(await retrieve(id)).toMatchObject({
    payment_status: 'paid',
    payment_intent: { payment_method: mine.id },
  });
});

test('a session that allows cards alone offers no debit', async () => {
  const { url } = await open({ allowed_payment_method_types: ['card'] });
  expect(await (await fetch(url ?? '')).text()).not.toContain('/debit');
  expect((await postForm(`${url ?? ''}/debit`, new URLSearchParams())).status).toBe(404);
});

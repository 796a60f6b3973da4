import { projectId } from '../../functions/src/testing/environment';
import type { GatewayCustomer, SavedMethods } from '../../functions/src/gateways/gateway';
import { stripe } from '../../functions/src/gateways/stripe/adapter';
import type { AdapterHarness } from './stripe-adapter';
import { aCharge, aKeptCard, fillIn, referenceOf, startAdapter } from './stripe-adapter';

let standIn: AdapterHarness;
let methods: SavedMethods;
beforeAll(async () => {
  standIn = await startAdapter();
  const saved = stripe.savedMethods();
  if (saved === null) throw new Error('Stripe keeps cards');
  methods = saved;
});
afterAll(() => standIn.close());

/** A customer whom Stripe knows from now on; answers its name for them. */
async function introduced(userId: string, override: Partial<GatewayCustomer> = {}): Promise<string> {
  const ada = { userId, email: 'ada@customer.example', name: 'Ada Lovelace', lost: null, ...override };
  const id = await methods.createCustomer(ada);
  if (id === null) throw new Error('Stripe makes customers when it is asked');
  return id;
}

describe('createCustomer', () => {
  test('a customer, whole', async () => {
    const id = await introduced('user1');
    expect(await standIn.dashboard.customers.retrieve(id)).toMatchObject({
      email: 'ada@customer.example',
      name: 'Ada Lovelace',
      metadata: { project: projectId, userId: 'user1' },
    });
  });

  test('the same user has one, whatever their e-mail is by now and however many ask at once', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => introduced('user2')));
    ids.push(await introduced('user2', { email: 'ada@elsewhere.example' }));
    expect(new Set(ids).size).toBe(1);
  });

  test('one who is there already is told by their e-mail and name of now', async () => {
    const id = await introduced('user5');
    await introduced('user5', { email: 'ada@elsewhere.example', name: 'Ada King' });
    expect(await standIn.dashboard.customers.retrieve(id)).toMatchObject({
      email: 'ada@elsewhere.example',
      name: 'Ada King',
    });
  });

  test('one who was deleted is not found again', async () => {
    const lost = await introduced('user4');
    await standIn.dashboard.customers.del(lost);
    const anew = await introduced('user4', { lost });
    expect(anew).not.toBe(lost);
    expect(await introduced('user4', { lost })).toBe(anew);
    expect(await methods.list(lost)).toEqual([]);
  });

  test('another project’s customer of that id is not ours', async () => {
    const metadata = { project: `${projectId}-other`, userId: 'user3' };
    const theirs = await standIn.dashboard.customers.create({ metadata });
    expect(await introduced('user3')).not.toBe(theirs.id);
  });
});

describe('updateCustomer', () => {
  const change = { email: 'ada@elsewhere.example', name: 'Ada King' };

  test('e-mail and name, twice the same, and nothing else', async () => {
    const gatewayCustomerId = await introduced('user6');
    const before = await standIn.dashboard.customers.retrieve(gatewayCustomerId);
    await methods.updateCustomer({ gatewayCustomerId, ...change });
    await methods.updateCustomer({ gatewayCustomerId, ...change });
    const after = await standIn.dashboard.customers.retrieve(gatewayCustomerId);
    expect({ ...after, lastResponse: null }).toEqual({ ...before, lastResponse: null, ...change });
  });

  test('one who was deleted there: nothing is to be done', async () => {
    const gatewayCustomerId = await introduced('user7');
    await standIn.dashboard.customers.del(gatewayCustomerId);
    await expect(methods.updateCustomer({ gatewayCustomerId, ...change })).resolves.toBeUndefined();
  });

  test('what is no address to Stripe is a no', async () => {
    const gatewayCustomerId = await introduced('user8');
    const refused = methods.updateCustomer({ gatewayCustomerId, email: 'nobody', name: 'Ada' });
    await expect(refused).rejects.toMatchObject({ code: 'GATEWAY_DECLINED' });
  });
});

describe('startSetup', () => {
  const setup = (gatewayCustomerId: string, setupId: string) =>
    methods.startSetup({ userId: 'user1', gatewayCustomerId, setupId, locale: 'en' });

  test('the page, the card, and what the webhooks say', async () => {
    const customer = await introduced('user1');
    const page = await setup(customer, 'setup1');
    expect(await setup(customer, 'setup1')).toEqual(page);
    expect(await fillIn(page?.url ?? '', '5555555555554444')).toEqual({
      status: 303,
      location: 'http://127.0.0.1:5000/payment-methods',
    });
    const card = { type: 'card', brand: 'mastercard', lastFour: '4444', expMonth: 12, expYear: 2034 };
    const [kept, ...others] = await methods.list(customer);
    expect([kept, others]).toEqual([expect.objectContaining(card), []]);
    for (const type of ['setup_intent.succeeded', 'payment_method.attached']) {
      const [event] = (await standIn.eventsOf(type)).slice(-1);
      expect(event?.fact).toEqual({ kind: 'METHOD_SAVED', userId: 'user1', method: kept });
    }
    const [completed] = (await standIn.eventsOf('checkout.session.completed')).slice(-1);
    expect(completed?.fact).toEqual({ kind: 'NOTHING_FOR_US', why: 'NO_PAYMENT' });
  });

  test('a customer that Stripe does not have is a no', async () => {
    await expect(setup('cus_none', 'setup2')).rejects.toMatchObject({
      code: 'GATEWAY_CUSTOMER_UNKNOWN',
    });
  });
});

describe('detach', () => {
  test('a card is forgotten, twice the same, and its late news does not bring it back', async () => {
    const kept = await aKeptCard(standIn, 'pm_card_visa');
    await methods.detach(kept);
    await methods.detach(kept);
    expect(await methods.list(kept.gatewayCustomerId)).toEqual([]);
    const removed = { kind: 'METHOD_REMOVED', gatewayMethodId: kept.gatewayMethodId };
    for (const type of ['payment_method.attached', 'payment_method.detached']) {
      const [event] = (await standIn.eventsOf(type)).slice(-1);
      expect(event?.fact).toEqual(removed);
    }
  });

  test('a card that Stripe has never had is forgotten already', async () => {
    await methods.detach({ gatewayCustomerId: 'cus_none', gatewayMethodId: 'pm_none' });
  });

  test('no answer is no knowledge', async () => {
    const kept = await aKeptCard(standIn, 'pm_card_visa');
    await standIn.control('faults', { api: { fail: 3, status: 500 } });
    await expect(methods.detach(kept)).rejects.toMatchObject({ code: 'GATEWAY_RESULT_UNKNOWN' });
    expect(await methods.list(kept.gatewayCustomerId)).toHaveLength(1);
  });
});

describe('charge', () => {
  test('a card that pays', async () => {
    const charge = aCharge(await aKeptCard(standIn, 'pm_card_visa'));
    const fact = await methods.charge(charge);
    expect(fact).toMatchObject({
      kind: 'PAYMENT_SUCCEEDED',
      payment: referenceOf(charge),
      amount: 12_000,
      currency: 'EUR',
      isTest: true,
    });
    const [event] = (await standIn.eventsOf('payment_intent.succeeded')).slice(-1);
    expect(event?.fact).toEqual(fact);
  });

  test.each([
    ['a bank that wants to see the customer', 'pm_card_authenticationRequired', 'AUTHENTICATION_REQUIRED'],
    ['a card that the bank declines', 'pm_card_chargeCustomerFail', 'GENERAL'],
  ])('%s: a final no', async (_edge, card, reason) => {
    const charge = aCharge(await aKeptCard(standIn, card));
    const fact = { kind: 'PAYMENT_FAILED', payment: referenceOf(charge), reason, isFinal: true };
    expect(await methods.charge(charge)).toEqual(fact);
    expect(await methods.charge(charge)).toEqual(fact);
  });

  test.each([
    ['pays', 'pm_card_visa', { kind: 'PAYMENT_SUCCEEDED' }],
    [
      'has a bank that wants to see its owner',
      'pm_card_authenticationRequiredOnSetup',
      { kind: 'PAYMENT_FAILED', reason: 'AUTHENTICATION_REQUIRED', isFinal: true },
    ],
  ])('while its owner is there, a card that %s', async (_edge, card, fact) => {
    const charge = aCharge(await aKeptCard(standIn, card), { isCustomerPresent: true });
    expect(await methods.charge(charge)).toMatchObject(fact);
    expect(await methods.charge(charge)).toMatchObject(fact);
  });

  test('a decline and its event say the same', async () => {
    const charge = aCharge(await aKeptCard(standIn, 'pm_card_authenticationRequired'));
    const fact = await methods.charge(charge);
    const [event] = (await standIn.eventsOf('payment_intent.payment_failed')).slice(-1);
    expect(event?.fact).toEqual(fact);
  });

  test('a saved card that has no funds by now', async () => {
    const kept = await aKeptCard(standIn, 'pm_card_visa');
    await standIn.control('cards', { payment_method: kept.gatewayMethodId, number: '4000000000009995' });
    expect(await methods.charge(aCharge(kept))).toMatchObject({ reason: 'FUNDS', isFinal: true });
  });

  test('a card that was detached meanwhile: a final no', async () => {
    const kept = await aKeptCard(standIn, 'pm_card_visa');
    await methods.detach(kept);
    expect(await methods.charge(aCharge(kept))).toMatchObject({ reason: 'GENERAL', isFinal: true });
  });

  test('an answer that got lost is unknown, and the same charge again is the same charge', async () => {
    const charge = aCharge(await aKeptCard(standIn, 'pm_card_visa'));
    await standIn.control('faults', { api: { fail: 3, status: 'drop', after: true } });
    await expect(methods.charge(charge)).rejects.toMatchObject({ code: 'GATEWAY_RESULT_UNKNOWN' });
    expect(await methods.charge(charge)).toMatchObject({ kind: 'PAYMENT_SUCCEEDED' });
    const { data } = await standIn.dashboard.paymentIntents.search({
      query: `metadata["paymentId"]:"${charge.paymentId}"`,
    });
    expect(data).toHaveLength(1);
  });
});

import '../../functions/src/testing/environment';
import { randomUUID } from 'node:crypto';
import { minorUnits } from '../../functions/src/core/money';
import { payment, subscription, triggers } from '../../functions/src/index';
import { checkPayment } from '../../functions/src/payments/check-payment';
import { walletPaymentId } from '../../functions/src/payments/wallet-payment-id';
import { firestore } from '../../functions/src/platform/firestore';
import { paths } from '../../functions/src/schema/paths';
import type { ChargeAnswer } from '../../functions/src/schema/payment';
import type { KeptMethod, PaymentMethod } from '../../functions/src/schema/payment-method';
import type { GatewayIdentity, User } from '../../functions/src/schema/user';
import { aPlanOnSale } from '../../functions/src/subscriptions/testing/world';
import { call, finance, refusal, signedIn } from '../../functions/src/testing/calls';
import { dump, inCollection } from '../../functions/src/testing/documents';
import {
  aCustomer,
  anIssuedInvoice,
  checkEverything,
  storedInvoice,
  storedPayment,
} from '../../functions/src/testing/world';
import type { RunningStripe } from '../stripe/server';
import type { Wired } from './gateways';
import { wireStripe } from './gateways';
import { agreeToDebit, fillIn } from './stripe-adapter';
import { clientOf } from './stripe-client';

/** Cards that customers keep at Stripe: entered, charged, lost and removed, through the functions and the emulator. */

const db = firestore();
let stripe: Wired<RunningStripe>;
let userId: string;

beforeAll(async () => {
  stripe = await wireStripe();
});
afterAll(() => stripe.close());
beforeEach(async () => {
  await stripe.control('faults', NO_FAULTS);
  await released();
  userId = await aCustomer({ country: 'DE', currency: 'EUR', locale: 'en' });
});
afterEach(checkEverything);

const VISA = '4242424242424242';
const NO_FUNDS = '4000000000009995';
const ALWAYS_AUTHENTICATES = '4000002760003184';
const VISA_METHOD = 'pm_card_visa';
const MASTERCARD_METHOD = 'pm_card_mastercard';
const ALWAYS_AUTHENTICATES_METHOD = 'pm_card_authenticationRequired';

const NO_FAULTS = { hold: false, copies: 1, drop: 0, order: 'fifo', api: { fail: 0 } };

/** A call, and its repeats by Stripe's client (`gateways/stripe/client.ts`). */
const CLIENT_TRIES = 3;

/** Every webhook that was held back has come. */
async function released(): Promise<void> {
  await stripe.control('faults', { hold: false });
  await stripe.control('release', {});
  await stripe.settled();
}

const me = () => signedIn(userId);
const anInvoice = (amount = 10_000) =>
  anIssuedInvoice(userId, {
    items: [{ description: 'Server', quantity: 1, unitPrice: minorUnits(amount), taxRate: 0 }],
  });

const setUp = (setupId: string = randomUUID()) => call(payment.setupMethod, { setupId }, me());

async function kept(): Promise<readonly KeptMethod[]> {
  return (await call(payment.methods, {}, me())).methods;
}

/** Keeps the card of one of Stripe's test methods, without its page; answers its id here. */
async function keep(testMethod = VISA_METHOD): Promise<string> {
  if ((await identity()) === undefined) await setUp();
  const customer = (await identity())?.stripeCustomerId ?? '';
  const { id } = await clientOf(stripe.gateway).paymentMethods.attach(testMethod, { customer });
  await stripe.settled();
  return `stripe_${id}`;
}

/** Puts money into the wallet: more came by bank transfer than was owed. */
async function fillWallet(amount: number): Promise<void> {
  const transfer = { currency: 'EUR', receivedOn: '2026-01-05', amount: amount + 100 };
  const invoiceIds = [await anInvoice(100)];
  await call(payment.recordBankTransfer, { requestId: randomUUID(), invoiceIds, ...transfer }, finance);
}

async function confirm(address: string): Promise<void> {
  const body = new URLSearchParams({ outcome: 'complete' });
  await fetch(`${stripe.gateway.url}${address}`, { method: 'POST', body, redirect: 'manual' });
}

/** From now on a kept card behaves like another test card. */
const becomes = async (paymentMethodId: string, number: string) =>
  stripe.control('cards', { payment_method: (await method(paymentMethodId)).gatewayMethodId, number });

const oneClick = (paymentMethodId: string, invoiceIds: string[], wish: object = {}): Promise<ChargeAnswer> =>
  call(
    payment.checkout,
    { attemptId: randomUUID(), invoiceIds, paymentMethodId, ...wish },
    me(),
  ) as Promise<ChargeAnswer>;

const charge = (invoiceIds: string[], wish: object = {}) =>
  call(payment.charge, { requestId: randomUUID(), invoiceIds, ...wish }, finance);

async function method(id: string): Promise<PaymentMethod> {
  return (await db.doc(paths.paymentMethod(id)).get()).data() as PaymentMethod;
}
async function identity(): Promise<GatewayIdentity | undefined> {
  return (await db.doc(paths.gatewayIdentity(userId)).get()).data() as GatewayIdentity | undefined;
}
async function balance(): Promise<unknown> {
  return (await db.doc(paths.wallet(userId, 'EUR')).get()).get('balance');
}

/** What Stripe has of a payment that has no page. */
async function intentsOf(paymentId: string) {
  const query = `metadata["paymentId"]:"${paymentId}"`;
  return (await clientOf(stripe.gateway).paymentIntents.search({ query })).data;
}

describe('a customer with another name or e-mail', () => {
  /** The profile changes, and the trigger runs as Firestore runs it; again when it fails. */
  async function changes(profile: Partial<User>, times = 1): Promise<void> {
    const document = db.doc(paths.user(userId));
    const before = await document.get();
    await document.update(profile);
    const event = { params: { uid: userId }, data: { before, after: await document.get() } };
    // All that the trigger looks at.
    const written = event as unknown as Parameters<typeof triggers.updateGatewayCustomers.run>[0];
    const run = async () => {
      await triggers.updateGatewayCustomers.run(written);
    };
    for (let time = 1; time < times; time += 1)
      await expect(run()).rejects.toMatchObject({ code: 'internal' });
    await run();
  }
  const atStripe = async () => {
    const customer = await clientOf(stripe.gateway).customers.retrieve(
      (await identity())?.stripeCustomerId ?? '',
    );
    return customer.deleted === true ? null : { email: customer.email, name: customer.name };
  };

  test('is told to Stripe', async () => {
    await setUp();
    await changes({ displayName: 'Ada King' });
    const { email } = (await db.doc(paths.user(userId)).get()).data() as User;
    expect(await atStripe()).toEqual({ email, name: 'Ada King' });
    await changes({ email: 'ada@elsewhere.example' });
    expect(await atStripe()).toEqual({ email: 'ada@elsewhere.example', name: 'Ada King' });
  });

  test('is told again when Stripe did not answer, and its client gave up', async () => {
    await setUp();
    await stripe.control('faults', { api: { fail: CLIENT_TRIES, path: '/customers' } });
    await changes({ displayName: 'Ada King' }, 2);
    expect((await atStripe())?.name).toBe('Ada King');
  });

  test('unknown to Stripe, or changed otherwise, is nothing to tell', async () => {
    await changes({ displayName: 'Ada King' });
    expect(await identity()).toBeUndefined();
    await setUp();
    await clientOf(stripe.gateway).customers.update((await identity())?.stripeCustomerId ?? '', {
      name: 'Kept',
    });
    await changes({ locale: 'tr' });
    expect((await atStripe())?.name).toBe('Kept');
  });
});

describe('a card is kept', () => {
  test('entered on Stripe’s page; the webhook makes the record, whole', async () => {
    const setupId = randomUUID();
    const page = await setUp(setupId);
    expect(await setUp(setupId)).toEqual(page);
    expect(new Date(page.expiresAt).getTime()).toBeGreaterThan(Date.now());
    await fillIn(page.url, VISA);
    await stripe.settled();

    const [record, ...others] = inCollection<PaymentMethod>(await dump(db), 'paymentMethods/*').filter(
      (stored) => stored.userId === userId,
    );
    expect(others).toEqual([]);
    expect(record).toEqual({
      id: `stripe_${record?.gatewayMethodId ?? ''}`,
      userId,
      gateway: 'stripe',
      gatewayMethodId: expect.stringMatching(/^pm_/) as string,
      type: 'card',
      brand: 'visa',
      lastFour: '4242',
      expMonth: 12,
      expYear: 2034,
      isDefault: true,
      removedAt: null,
      createdAt: expect.any(Date) as Date,
      updatedAt: expect.any(Date) as Date,
    });
    expect(await identity()).toMatchObject({
      stripeCustomerId: expect.stringMatching(/^cus_/) as string,
      paytrUserToken: null,
      defaultPaymentMethodId: record?.id,
    });
  });

  test('with a payment whose customer asked for it, and shown on the next page', async () => {
    const [first, second] = [await anInvoice(), await anInvoice()];
    const wish = { attemptId: randomUUID(), invoiceIds: [first], saveMethod: true };
    const { url } = await call(payment.checkout, wish, me());
    await fillIn(url ?? '', VISA);
    await stripe.settled();
    const [card, ...others] = await kept();
    expect([card, others]).toMatchObject([{ lastFour: '4242', isDefault: true }, []]);

    const again = await call(payment.checkout, { attemptId: randomUUID(), invoiceIds: [second] }, me());
    expect(await (await fetch(again.url ?? '')).text()).toContain('•••• 4242');
    const chosen = new URLSearchParams({
      payment_method: (await method(card?.paymentMethodId ?? '')).gatewayMethodId,
    });
    await fetch(`${again.url ?? ''}/kept`, { method: 'POST', body: chosen, redirect: 'manual' });
    await stripe.settled();
    expect(await storedInvoice(second)).toMatchObject({ status: 'PAID' });
    expect(await kept()).toHaveLength(1);
  });

  test('without the wish it is not', async () => {
    const wish = { attemptId: randomUUID(), invoiceIds: [await anInvoice()] };
    await fillIn((await call(payment.checkout, wish, me())).url ?? '', VISA);
    await stripe.settled();
    expect(await kept()).toEqual([]);
  });

  test('and told late: asking Stripe finds it, and the late news changes nothing', async () => {
    await stripe.control('faults', { hold: true });
    await fillIn((await setUp()).url, VISA);
    const [card] = await kept();
    expect(card).toMatchObject({ lastFour: '4242', isDefault: true });
    const record = await method(card?.paymentMethodId ?? '');
    await stripe.control('faults', { copies: 3, order: 'reverse' });
    await released();
    expect(await method(card?.paymentMethodId ?? '')).toEqual(record);
  });

  test('a bank that replaces it tells the new month, before anybody is refused for the old one', async () => {
    const id = await keep();
    const { gatewayMethodId } = await method(id);
    await clientOf(stripe.gateway).paymentMethods.update(gatewayMethodId, {
      card: { exp_month: 1, exp_year: 2020 },
    });
    await stripe.settled();
    expect(await refusal(oneClick(id, [await anInvoice()]))).toMatchObject({
      code: 'PAYMENT_METHOD_EXPIRED',
    });
    expect(await refusal(call(payment.setDefaultMethod, { paymentMethodId: id }, me()))).toMatchObject({
      code: 'PAYMENT_METHOD_EXPIRED',
    });
    await stripe.control('cards/renew', { payment_method: gatewayMethodId, exp_month: 5, exp_year: 2031 });
    await stripe.settled();
    expect(await kept()).toMatchObject([{ expMonth: 5, expYear: 2031 }]);
    expect(await oneClick(id, [await anInvoice()])).toMatchObject({ status: 'SUCCEEDED' });
  });

  test('one customer at Stripe, however many pages are opened at once', async () => {
    const invoices = [await anInvoice(), await anInvoice(), await anInvoice()];
    await Promise.all([
      ...invoices.map((id) => call(payment.checkout, { attemptId: randomUUID(), invoiceIds: [id] }, me())),
      setUp(),
    ]);
    const { customers } = (await stripe.control('state')) as { customers: { metadata: object }[] };
    expect(
      customers.filter(({ metadata }) => 'userId' in metadata && metadata.userId === userId),
    ).toHaveLength(1);
  });

  test('a customer whom somebody deleted at Stripe is introduced anew, and keeps no card', async () => {
    await keep();
    const lost = (await identity())?.stripeCustomerId ?? '';
    await clientOf(stripe.gateway).customers.del(lost);
    expect(await kept()).toEqual([]);
    const invoiceId = await anInvoice();
    const { url } = await call(payment.checkout, { attemptId: randomUUID(), invoiceIds: [invoiceId] }, me());
    expect((await identity())?.stripeCustomerId).not.toBe(lost);
    await fillIn(url ?? '', VISA);
    await stripe.settled();
    expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID' });
  });
});

describe('the default', () => {
  const defaults = async () => (await kept()).map(({ lastFour, isDefault }) => [lastFour, isDefault]);

  test('the first, until another is chosen; one at any time', async () => {
    const [visa, mastercard] = [await keep(), await keep(MASTERCARD_METHOD)];
    expect(await defaults()).toEqual([
      ['4242', true],
      ['4444', false],
    ]);
    await call(payment.setDefaultMethod, { paymentMethodId: mastercard }, me());
    await call(payment.setDefaultMethod, { paymentMethodId: mastercard }, me());
    expect(await defaults()).toEqual([
      ['4444', true],
      ['4242', false],
    ]);
    await Promise.all([
      ...[visa, mastercard, visa].map((paymentMethodId) =>
        call(payment.setDefaultMethod, { paymentMethodId }, me()),
      ),
    ]);
    expect((await defaults()).filter(([, isDefault]) => isDefault)).toHaveLength(1);
  });

  test('removing it leaves none, and says so; the next card that is kept is one again', async () => {
    const [visa, mastercard] = [await keep(), await keep(MASTERCARD_METHOD)];
    expect(await call(payment.detachMethod, { paymentMethodId: visa }, me())).toEqual({ wasDefault: true });
    expect(await defaults()).toEqual([['4444', false]]);
    expect(await refusal(charge([await anInvoice()]))).toMatchObject({ code: 'NO_DEFAULT_METHOD' });
    expect(await call(payment.detachMethod, { paymentMethodId: mastercard }, me())).toEqual({
      wasDefault: false,
    });
    await keep();
    expect(await defaults()).toEqual([['4242', true]]);
  });

  test('somebody else’s card is no card', async () => {
    const paymentMethodId = await keep();
    const stranger = signedIn(await aCustomer());
    for (const attempt of [
      call(payment.setDefaultMethod, { paymentMethodId }, stranger),
      call(payment.detachMethod, { paymentMethodId }, stranger),
    ]) {
      expect(await refusal(attempt)).toMatchObject({ code: 'PAYMENT_METHOD_NOT_FOUND' });
    }
    expect(await kept()).toHaveLength(1);
  });
});

describe('removing', () => {
  test('ours: gone at Stripe and here, twice the same', async () => {
    const paymentMethodId = await keep();
    await call(payment.detachMethod, { paymentMethodId }, me());
    await call(payment.detachMethod, { paymentMethodId }, me());
    await stripe.settled();
    expect(await method(paymentMethodId)).toMatchObject({
      removedAt: expect.anything() as unknown,
      isDefault: false,
    });
    expect(await identity()).toMatchObject({ defaultPaymentMethodId: null });
    expect(await kept()).toEqual([]);
    expect(await refusal(oneClick(paymentMethodId, [await anInvoice()]))).toMatchObject({
      code: 'PAYMENT_METHOD_NOT_FOUND',
    });
  });

  test('from Stripe’s dashboard: the webhook tells', async () => {
    const paymentMethodId = await keep();
    await clientOf(stripe.gateway).paymentMethods.detach((await method(paymentMethodId)).gatewayMethodId);
    await stripe.settled();
    expect(await method(paymentMethodId)).toMatchObject({ removedAt: expect.anything() as unknown });
    expect(await identity()).toMatchObject({ defaultPaymentMethodId: null });
  });

  test('an answer that got lost: unknown, the record stays, and the event settles it', async () => {
    const paymentMethodId = await keep();
    await stripe.control('faults', {
      hold: true,
      api: { fail: 3, status: 'drop', after: true, path: '/payment_methods' },
    });
    const refused = await refusal(call(payment.detachMethod, { paymentMethodId }, me()));
    expect(refused).toMatchObject({ code: 'GATEWAY_RESULT_UNKNOWN' });
    expect(await method(paymentMethodId)).toMatchObject({ removedAt: null });
    await released();
    expect(await method(paymentMethodId)).toMatchObject({ removedAt: expect.anything() as unknown });
  });

  test('not while a charge of it is unanswered', async () => {
    const paymentMethodId = await keep();
    await stripe.control('faults', { hold: true, api: { fail: 3, path: '/payment_intents' } });
    await oneClick(paymentMethodId, [await anInvoice()]);
    expect(await refusal(call(payment.detachMethod, { paymentMethodId }, me()))).toMatchObject({
      code: 'PAYMENT_METHOD_IN_USE',
    });
  });

  describe('while a subscription is paid by card', () => {
    const detach = (paymentMethodId: string) => call(payment.detachMethod, { paymentMethodId }, me());
    const SUBSCRIBED = { status: 'failed-precondition', code: 'PAYMENT_METHOD_SUBSCRIBED' };

    /** Keeps a card, and subscribes with it; by its name, or because it is the default one. */
    async function subscribed(how: 'by name' | 'by default') {
      const card = await keep();
      const planId = await aPlanOnSale({ currency: 'EUR' });
      const request = { requestId: randomUUID(), planId };
      const wish = how === 'by name' ? { ...request, paymentMethodId: card } : request;
      const { subscriptionId, status } = await call(subscription.create, wish, me());
      expect(status).toBe('ACTIVE');
      return { card, subscriptionId };
    }
    const cardsAtStripe = async () => {
      const customer = (await identity())?.stripeCustomerId ?? '';
      const { data } = await clientOf(stripe.gateway).customers.listPaymentMethods(customer);
      return data.map(({ id }) => `stripe_${id}`);
    };

    test.each(['by name', 'by default'] as const)('its own, %s, stays, here and at Stripe', async (how) => {
      const { card } = await subscribed(how);
      expect(await refusal(detach(card))).toMatchObject(SUBSCRIBED);
      expect(await method(card)).toMatchObject({ removedAt: null });
      expect(await cardsAtStripe()).toEqual([card]);
    });

    test('another one goes', async () => {
      const { card } = await subscribed('by name');
      const other = await keep(MASTERCARD_METHOD);
      expect(await detach(other)).toEqual({ wasDefault: false });
      expect(await cardsAtStripe()).toEqual([card]);
    });

    test('it goes once another is the default, which is paid with then', async () => {
      const { card } = await subscribed('by default');
      const other = await keep(MASTERCARD_METHOD);
      await call(payment.setDefaultMethod, { paymentMethodId: other }, me());
      expect(await detach(card)).toEqual({ wasDefault: false });
      expect(await refusal(detach(other))).toMatchObject(SUBSCRIBED);
      expect(await cardsAtStripe()).toEqual([other]);
    });

    test('it goes once the payment link is chosen, which the refusal advises', async () => {
      const { card, subscriptionId } = await subscribed('by name');
      await call(subscription.changePaymentWay, { subscriptionId, paymentMethodId: null }, me());
      expect(await detach(card)).toEqual({ wasDefault: true });
      expect(await cardsAtStripe()).toEqual([]);
    });

    test('it goes once the subscription is to end with its period', async () => {
      const { card, subscriptionId } = await subscribed('by default');
      const cancel = { subscriptionId, when: 'PERIOD_END', reason: 'No longer needed' };
      await call(subscription.cancel, cancel, me());
      expect(await detach(card)).toEqual({ wasDefault: true });
    });
  });
});

describe('one click', () => {
  test('pays; the answer comes before the webhook, which then changes nothing', async () => {
    const [card, invoiceId] = [await keep(), await anInvoice()];
    await stripe.control('faults', { hold: true });
    const answer = await oneClick(card, [invoiceId]);
    expect(answer).toEqual({
      paymentId: answer.paymentId,
      gateway: 'stripe',
      kind: 'CHARGED',
      status: 'SUCCEEDED',
      url: null,
      expiresAt: null,
    });
    const paid = await storedPayment(answer.paymentId);
    expect(paid).toMatchObject({
      status: 'SUCCEEDED',
      paymentMethodId: card,
      isTest: true,
      allocations: [{ invoiceId, amount: 10_000 }],
      nextCheckAt: null,
    });
    expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', processingPaymentIds: [] });
    await released();
    expect(await storedPayment(answer.paymentId)).toEqual(paid);
  });

  test('pays a part, after the wallet, for two invoices', async () => {
    const card = await keep();
    await fillWallet(2_000);
    const invoices = [await anInvoice(6_000), await anInvoice(6_000)];
    const answer = await oneClick(card, invoices, { useWallet: true, amount: 8_000 });
    expect(answer).toMatchObject({ kind: 'CHARGED', status: 'SUCCEEDED' });
    expect(await storedPayment(answer.paymentId)).toMatchObject({
      amount: 6_000,
      walletPart: { amount: 2_000, status: 'CAPTURED' },
    });
    expect(await Promise.all(invoices.map(storedInvoice))).toMatchObject([
      { status: 'PAID' },
      { status: 'PARTIAL', amountPaid: 2_000 },
    ]);
    expect(await balance()).toBe(0);
  });

  test('needs no card when the wallet covers all', async () => {
    const card = await keep();
    await fillWallet(10_000);
    const attemptId = randomUUID();
    const invoices = [await anInvoice()];
    const answer = await oneClick(card, invoices, { useWallet: true, attemptId });
    expect(answer).toMatchObject({ gateway: 'wallet', kind: 'SETTLED' });
    expect(await oneClick(card, invoices, { useWallet: true, attemptId })).toEqual(answer);
  });

  test('a decline is final, in whatever order it is told, and the wallet’s part comes back', async () => {
    const [card, invoiceId] = [await keep(), await anInvoice()];
    await fillWallet(2_000);
    await becomes(card, NO_FUNDS);
    await stripe.control('faults', { copies: 3 });
    const answer = await oneClick(card, [invoiceId], { useWallet: true });
    await stripe.settled();
    expect(answer).toMatchObject({ kind: 'CHARGED', status: 'FAILED' });
    expect(await storedPayment(answer.paymentId)).toMatchObject({
      status: 'FAILED',
      failureReason: 'FUNDS',
      walletPart: { status: 'RELEASED' },
    });
    expect(await balance()).toBe(2_000);
    expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PENDING', processingPaymentIds: [] });
  });

  test('pressed twice, and five times at once: one payment, one charge', async () => {
    const [card, invoiceId] = [await keep(), await anInvoice()];
    const attemptId = randomUUID();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => oneClick(card, [invoiceId], { attemptId })));
    const [paymentId = '', ...others] = new Set(answers.map((answer) => answer.paymentId));
    expect(others).toEqual([]);
    await stripe.settled();
    expect(await storedPayment(paymentId)).toMatchObject({ status: 'SUCCEEDED', creditedToWallet: 0 });
    expect(await intentsOf(paymentId)).toHaveLength(1);
    expect(await oneClick(card, [invoiceId], { attemptId })).toMatchObject({
      paymentId,
      status: 'SUCCEEDED',
    });
  });

  test('in two windows at once: one pays, the other is told to wait or that it is paid', async () => {
    const [card, invoiceId] = [await keep(), await anInvoice()];
    const both = await Promise.allSettled([oneClick(card, [invoiceId]), oneClick(card, [invoiceId])]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await stripe.settled();
    expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 10_000 });
    expect(await balance()).toBeUndefined();
  });

  test('an attempt on a page is not continued by a card, nor the other way round', async () => {
    const [card, invoiceId] = [await keep(), await anInvoice()];
    const attemptId = randomUUID();
    await call(payment.checkout, { attemptId, invoiceIds: [invoiceId] }, me());
    expect(await refusal(oneClick(card, [invoiceId], { attemptId }))).toMatchObject({
      code: 'PAYMENT_FINISHED',
    });

    await stripe.control('faults', { api: { fail: 3, path: '/payment_intents' } });
    const another = randomUUID();
    const { paymentId } = await oneClick(card, [invoiceId], { attemptId: another });
    const onPage = call(payment.checkout, { attemptId: another, invoiceIds: [invoiceId] }, me());
    expect(await refusal(onPage)).toMatchObject({ code: 'PAYMENT_PROCESSING' });
    expect(await refusal(call(payment.abandon, { paymentId }, me()))).toMatchObject({
      code: 'PAYMENT_PROCESSING',
    });
  });

  test('with nobody’s, somebody else’s or an unkept card nothing is begun', async () => {
    const [card, stranger] = [await keep(), await aCustomer({ country: 'DE', currency: 'EUR' })];
    const theirs = await anIssuedInvoice(stranger);
    const attempt = { attemptId: randomUUID(), invoiceIds: [theirs], paymentMethodId: card };
    expect(await refusal(call(payment.checkout, attempt, signedIn(stranger)))).toMatchObject({
      code: 'PAYMENT_METHOD_NOT_FOUND',
    });
    expect(await refusal(oneClick('stripe_pm_none', [await anInvoice()]))).toMatchObject({
      code: 'PAYMENT_METHOD_NOT_FOUND',
    });
    expect(await refusal(oneClick(card, [theirs]))).toMatchObject({ code: 'INVOICE_NOT_FOUND' });
  });
});

describe('without an answer', () => {
  const lost = { fail: 3, status: 'drop', after: true, path: '/payment_intents' };
  const notMade = { fail: 3, status: 500, path: '/payment_intents' };

  test('the payment stays PENDING and holds the invoice; the webhook settles it', async () => {
    const [card, invoiceId] = [await keep(), await anInvoice()];
    await stripe.control('faults', { hold: true, api: lost });
    const { paymentId, ...answer } = await oneClick(card, [invoiceId]);
    expect(answer).toMatchObject({ kind: 'CHARGED', status: 'PENDING' });
    expect(await storedPayment(paymentId)).toMatchObject({
      status: 'PENDING',
      nextCheckAt: expect.anything() as unknown,
    });
    expect(await refusal(oneClick(card, [invoiceId]))).toMatchObject({ code: 'PAYMENT_PROCESSING' });
    await released();
    expect(await storedPayment(paymentId)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', processingPaymentIds: [] });
  });

  test.each([
    ['charged', lost],
    ['not charged', notMade],
  ])('the same attempt again, when Stripe had %s: paid, once', async (_edge, api) => {
    const [card, invoiceId] = [await keep(), await anInvoice()];
    const attemptId = randomUUID();
    await stripe.control('faults', { hold: true, api });
    const { paymentId } = await oneClick(card, [invoiceId], { attemptId });
    expect(await oneClick(card, [invoiceId], { attemptId })).toMatchObject({
      paymentId,
      status: 'SUCCEEDED',
    });
    expect(await intentsOf(paymentId)).toHaveLength(1);
    expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 10_000 });
  });

  test.each([
    ['charged', lost, 'SUCCEEDED', 'PAID'],
    ['not charged', notMade, 'FAILED', 'PENDING'],
  ])('no webhook either, when Stripe had %s: the check settles it', async (_edge, api, status, invoice) => {
    const [card, invoiceId] = [await keep(), await anInvoice()];
    await stripe.control('faults', { drop: 100, api });
    const attemptId = randomUUID();
    const { paymentId } = await oneClick(card, [invoiceId], { attemptId });
    await checkPayment(db, paymentId, new Date(Date.now() + 20 * 60_000));
    expect(await storedPayment(paymentId)).toMatchObject({ status, nextCheckAt: null });
    expect(await storedInvoice(invoiceId)).toMatchObject({ status: invoice, processingPaymentIds: [] });
    expect(await oneClick(card, [invoiceId], { attemptId })).toMatchObject({ paymentId, status });
  });

  test('Stripe refuses the key: a sure no, which ends the payment', async () => {
    const [card, invoiceId] = [await keep(), await anInvoice()];
    const key = process.env.STRIPE_SECRET_KEY;
    process.env.STRIPE_SECRET_KEY = 'sk_test_revoked';
    try {
      expect(await refusal(oneClick(card, [invoiceId]))).toMatchObject({ code: 'GATEWAY_NOT_CONFIGURED' });
    } finally {
      process.env.STRIPE_SECRET_KEY = key;
    }
    expect(await storedInvoice(invoiceId)).toMatchObject({ processingPaymentIds: [] });
    expect(await oneClick(card, [invoiceId])).toMatchObject({ status: 'SUCCEEDED' });
  });
});

describe('a bank that wants its customer', () => {
  /** What was written because of a payment, by collection. */
  async function told(paymentId: string) {
    const [mail, event] = await Promise.all([
      db.doc(paths.mail(`authenticationRequired_${paymentId}`)).get(),
      db.doc(paths.outboxEvent(`payment.authenticationRequired_${paymentId}`)).get(),
    ]);
    return { mail: mail.data(), event: event.data() };
  }

  test.each([
    ['the answer', { hold: true }],
    ['the answer and three copies of the webhook at once', { copies: 3 }],
  ])('told by %s: FAILED, a mail and an outbox event, once', async (_edge, faults) => {
    const [card, invoiceId] = [await keep(ALWAYS_AUTHENTICATES_METHOD), await anInvoice()];
    await stripe.control('faults', faults);
    const { paymentId, ...answer } = await charge([invoiceId]);
    expect(answer).toMatchObject({ kind: 'CHARGED', status: 'FAILED' });
    await released();
    expect(await storedPayment(paymentId)).toMatchObject({
      status: 'FAILED',
      failureReason: 'AUTHENTICATION_REQUIRED',
      paymentMethodId: card,
    });
    const { mail, event } = await told(paymentId);
    const link = `http://127.0.0.1:5000/invoices/${invoiceId}`;
    expect(mail).toMatchObject({
      toUids: [userId],
      message: {
        subject: 'Please confirm your payment with your bank',
        text: expect.stringContaining(link) as string,
        html: expect.stringContaining(`href="${link}"`) as string,
      },
    });
    expect(event).toMatchObject({
      paymentId,
      invoiceIds: [invoiceId],
      userId,
      amount: 10_000,
      currency: 'EUR',
    });
  });

  test('an answer that got lost: the webhook tells the same', async () => {
    await keep(ALWAYS_AUTHENTICATES_METHOD);
    const invoiceId = await anInvoice();
    await stripe.control('faults', {
      api: { fail: 3, status: 'drop', after: true, path: '/payment_intents' },
    });
    const { paymentId } = await charge([invoiceId]);
    await stripe.settled();
    expect(await storedPayment(paymentId)).toMatchObject({
      status: 'FAILED',
      failureReason: 'AUTHENTICATION_REQUIRED',
    });
    expect(await told(paymentId)).toEqual({
      mail: expect.anything() as unknown,
      event: expect.anything() as unknown,
    });
    expect(await storedInvoice(invoiceId)).toMatchObject({ processingPaymentIds: [] });
  });

  test('the link finishes it: a checkout on the page, with 3D Secure', async () => {
    const [card, invoiceId] = [await keep(ALWAYS_AUTHENTICATES_METHOD), await anInvoice()];
    expect(await oneClick(card, [invoiceId])).toMatchObject({ status: 'FAILED' });
    const { url } = await call(payment.checkout, { attemptId: randomUUID(), invoiceIds: [invoiceId] }, me());
    const { location } = await fillIn(url ?? '', ALWAYS_AUTHENTICATES);
    await confirm(location ?? '');
    await stripe.settled();
    expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 10_000 });
  });

  test('the wallet’s part comes back', async () => {
    await fillWallet(2_000);
    const card = await keep(ALWAYS_AUTHENTICATES_METHOD);
    const { paymentId } = await oneClick(card, [await anInvoice()], { useWallet: true });
    await stripe.settled();
    expect(await storedPayment(walletPaymentId(paymentId))).toMatchObject({ status: 'FAILED' });
    expect(await balance()).toBe(2_000);
  });
});

describe('finance charges', () => {
  test('the default card, or a named one, of the invoice’s customer', async () => {
    const [visa, mastercard] = [await keep(), await keep(MASTERCARD_METHOD)];
    const first = await charge([await anInvoice()]);
    expect(await storedPayment(first.paymentId)).toMatchObject({ userId, paymentMethodId: visa });
    const second = await charge([await anInvoice()], { paymentMethodId: mastercard });
    expect(await storedPayment(second.paymentId)).toMatchObject({
      status: 'SUCCEEDED',
      paymentMethodId: mastercard,
    });
  });

  test('the same request twice: one charge, of the card that was the default then', async () => {
    const [, mastercard, invoiceId] = [await keep(), await keep(MASTERCARD_METHOD), await anInvoice()];
    const request = { requestId: randomUUID() };
    const first = await charge([invoiceId], request);
    await call(payment.setDefaultMethod, { paymentMethodId: mastercard }, me());
    expect(await charge([invoiceId], request)).toEqual(first);
    expect(await intentsOf(first.paymentId)).toHaveLength(1);
  });

  test('and nobody else does', async () => {
    await keep();
    const request = { requestId: randomUUID(), invoiceIds: [await anInvoice()] };
    expect(await refusal(call(payment.charge, request, me()))).toMatchObject({ code: 'PERMISSION_DENIED' });
  });

  test.each([
    ['succeeded', { status: 'SUCCEEDED' }, { status: 'PAID' }],
    ['failed', { status: 'FAILED' }, { status: 'PENDING', processingPaymentIds: [] }],
  ])('a kept account, whose debit has %s after days', async (outcome, ended, invoice) => {
    const wish = { attemptId: randomUUID(), invoiceIds: [await anInvoice()], saveMethod: true };
    await agreeToDebit((await call(payment.checkout, wish, me())).url ?? '');
    await stripe.settled();
    expect(await kept()).toMatchObject([{ type: 'sepa_debit', lastFour: '3000', isDefault: true }]);

    const invoiceId = await anInvoice();
    const { paymentId, ...answer } = await charge([invoiceId]);
    expect(answer).toMatchObject({ status: 'PROCESSING' });
    await stripe.settled();
    expect(await storedPayment(paymentId)).toMatchObject({ status: 'PROCESSING' });
    expect(await storedInvoice(invoiceId)).toMatchObject({ processingPaymentIds: [paymentId] });
    const [intent] = await intentsOf(paymentId);
    await stripe.control('settle', { payment_intent: intent?.id, outcome });
    await stripe.settled();
    expect(await storedPayment(paymentId)).toMatchObject(ended);
    expect(await storedInvoice(invoiceId)).toMatchObject(invoice);
  });
});

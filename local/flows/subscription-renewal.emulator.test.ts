import '../../functions/src/testing/environment';
import { randomUUID } from 'node:crypto';
import { dayOf, startOfDay } from '../../functions/src/core/calendar';
import { minorUnits } from '../../functions/src/core/money';
import { gateways } from '../../functions/src/gateways/registry';
import { payment, subscription } from '../../functions/src/index';
import { firestore, fromFirestore } from '../../functions/src/platform/firestore';
import { tasks } from '../../functions/src/platform/tasks';
import { paths } from '../../functions/src/schema/paths';
import type { KeptMethod, PaymentMethod } from '../../functions/src/schema/payment-method';
import type { DunningAttempt, Subscription } from '../../functions/src/schema/subscription';
import { advanceSubscription } from '../../functions/src/subscriptions/advance-subscription';
import { retrySubscription } from '../../functions/src/subscriptions/retry-subscription';
import { retryWithNewCard } from '../../functions/src/subscriptions/retry-with-new-card';
import { aPlanOnSale, eventsOf } from '../../functions/src/subscriptions/testing/world';
import { aSubscription } from '../../functions/src/subscriptions/testing/subscription-factory';
import { call, finance, signedIn } from '../../functions/src/testing/calls';
import {
  aCustomer,
  anIssuedInvoice,
  checkEverything,
  seed,
  storedInvoice,
} from '../../functions/src/testing/world';
import type { RunningStripe } from '../stripe/server';
import type { Wired } from './gateways';
import { wireStripe } from './gateways';
import { fillIn } from './stripe-adapter';
import { clientOf } from './stripe-client';

/**
 * Renewals by a card that Stripe keeps, through the functions, the emulator and Stripe's stand-in. The tasks are told
 * the day; callbacks come by the real clock, and are held back where their order matters.
 */

const db = firestore();
let stripe: Wired<RunningStripe>;
let userId: string;
let subscriptionId: string;
let next = 0;

const VISA = '4242424242424242';
const NO_FUNDS = '4000000000009995';
const EXPIRED = '4000000000000069';
const ALWAYS_AUTHENTICATES = '4000002760003184';
const NO_FAULTS = { hold: false, copies: 1, drop: 0, order: 'fifo', api: { fail: 0 } };

const TODAY = dayOf(new Date());
/** So many days after the renewal. */
const day = (days: number) => new Date(startOfDay(TODAY).getTime() + days * 24 * 60 * 60 * 1000);
const minutes = (count: number) => day(count / (24 * 60));

beforeAll(async () => {
  stripe = await wireStripe();
});
afterAll(() => stripe.close());
beforeEach(async () => {
  await stripe.control('faults', NO_FAULTS);
  await stripe.control('release', {});
  await stripe.settled();
  userId = await aCustomer({ country: 'DE', currency: 'EUR', locale: 'en' });
  next += 1;
  subscriptionId = `sub${String(next).padStart(12, '0')}`;
});
afterEach(async () => {
  await stripe.control('faults', NO_FAULTS);
  await stripe.control('release', {});
  await stripe.settled();
  await checkEverything();
});

const me = () => signedIn(userId);
const advance = (at: Date) => advanceSubscription(db, subscriptionId, at);

async function kept(): Promise<readonly KeptMethod[]> {
  return (await call(payment.methods, {}, me())).methods;
}

/** Keeps a card by Stripe's page, as the customer's default; answers its id here. */
async function keep(number = VISA): Promise<string> {
  const before = new Set((await kept()).map(({ paymentMethodId }) => paymentMethodId));
  const { url } = await call(payment.setupMethod, { setupId: randomUUID() }, me());
  await fillIn(url, VISA);
  await stripe.settled();
  const card = (await kept()).find(({ paymentMethodId }) => !before.has(paymentMethodId));
  if (card === undefined) throw new Error('no card was kept');
  const { paymentMethodId } = card;
  if (!card.isDefault) await call(payment.setDefaultMethod, { paymentMethodId }, me());
  if (number !== VISA) await becomes(paymentMethodId, number);
  return paymentMethodId;
}

/** From now on a kept card behaves like another test card. */
async function becomes(paymentMethodId: string, number: string): Promise<void> {
  const method = (await db.doc(paths.paymentMethod(paymentMethodId)).get()).data() as PaymentMethod;
  await stripe.control('cards', { payment_method: method.gatewayMethodId, number });
}

/** A subscription of 120,00 € a month whose next period begins today, paid by the customer's default card. */
async function isDue(override: Partial<Subscription> = {}): Promise<void> {
  const stored = aSubscription({
    userId,
    currency: 'EUR',
    locale: 'en',
    anchorDay: Number(TODAY.slice(8)),
    currentPeriodEnd: day(0),
    nextActionAt: day(0),
    ...override,
  });
  await seed(db, { [paths.subscription(subscriptionId)]: stored });
}

async function stored(): Promise<Subscription> {
  const data = (await db.doc(paths.subscription(subscriptionId)).get()).data();
  if (data === undefined) throw new Error('There is no subscription');
  return fromFirestore(data) as Subscription;
}

async function attempts(): Promise<[string, string | null][]> {
  const { docs } = await db.doc(paths.subscription(subscriptionId)).collection('dunningAttempts').get();
  return docs
    .map((doc) => doc.data() as DunningAttempt)
    .sort((a, b) => a.attemptNumber - b.attemptNumber)
    .map(({ result, failureReason }) => [result, failureReason]);
}

/** How often Stripe was asked to charge for the subscription's invoices. */
async function charges(): Promise<number> {
  const { docs } = await db.collection('payments').where('userId', '==', userId).get();
  const found = await Promise.all(
    docs.map(async ({ id }) => {
      const query = `metadata["paymentId"]:"${id}"`;
      return (await clientOf(stripe.gateway).paymentIntents.search({ query })).data.length;
    }),
  );
  return found.reduce((sum, count) => sum + count, 0);
}

/** The customer pays the open invoice on Stripe's page. */
async function payOnPage(): Promise<void> {
  const { openInvoiceId } = await stored();
  const request = { attemptId: randomUUID(), invoiceIds: [openInvoiceId] };
  const { url } = await call(payment.checkout, request, me());
  await fillIn(url ?? '', VISA);
}

/** Up to and with day 7: four charges, all refused. */
async function allRefused(): Promise<void> {
  for (const at of [0, 1, 3, 7]) await advance(day(at));
}

describe('the card is charged', () => {
  test('on the day, once: the invoice is paid and the next period runs', async () => {
    await keep();
    await isDue();
    expect(await advance(day(0))).toBe('CHARGE');
    await stripe.settled();
    const renewed = await stored();
    expect(renewed).toMatchObject({ status: 'ACTIVE', openInvoiceId: null, attempt: null, attemptCount: 1 });
    expect(renewed.currentPeriodStart).toEqual(day(0));
    expect(await advance(day(0))).toBe('NOT_DUE');
    expect(await charges()).toBe(1);
    const { docs } = await db.collection('invoices').where('subscriptionId', '==', subscriptionId).get();
    expect(docs.map((doc) => doc.get('status') as string)).toEqual(['PAID']);
    expect(await attempts()).toEqual([]);
  });

  test('two tasks at once charge once', async () => {
    await keep();
    await isDue();
    await Promise.all([advance(day(0)), advance(day(0))]);
    await stripe.settled();
    expect(await charges()).toBe(1);
    expect(await stored()).toMatchObject({ status: 'ACTIVE', attemptCount: 1, openInvoiceId: null });
  });

  test('together with the wallet, which goes first', async () => {
    await keep();
    // Money that was not owed is balance.
    const invoiceId = await anIssuedInvoice(userId);
    const transfer = { invoiceIds: [invoiceId], amount: 14_000, currency: 'EUR', receivedOn: TODAY };
    await call(payment.recordBankTransfer, { requestId: randomUUID(), ...transfer }, finance);
    const paymentWay = { kind: 'CARD', paymentMethodId: null, useWallet: true } as const;
    await isDue({ paymentWay });
    await advance(day(0));
    await stripe.settled();
    expect(await stored()).toMatchObject({ status: 'ACTIVE', openInvoiceId: null });
    expect((await db.doc(paths.wallet(userId, 'EUR')).get()).get('balance')).toBe(0);
  });
});

describe('a crash', () => {
  test('before there is a payment: the task that is run again charges, once', async () => {
    await keep();
    await isDue();
    const crash = jest.spyOn(gateways, 'stripe').mockRejectedValueOnce(new Error('cut off'));
    await expect(advance(day(0))).rejects.toThrow('cut off');
    crash.mockRestore();
    const { status, attempt } = await stored();
    expect(status).toBe('ACTIVE');
    expect(attempt).not.toBeNull();
    expect(await advance(day(0))).toBe('ORDERED_AGAIN');
    await stripe.settled();
    expect(await stored()).toMatchObject({ status: 'ACTIVE', openInvoiceId: null, attempt: null });
    expect(await charges()).toBe(1);
  });

  test('while Stripe answers: half an hour later the same payment is ordered again, and charged once', async () => {
    await keep();
    await isDue();
    // Stripe's client tries twice more by itself.
    await stripe.control('faults', { hold: true, api: { fail: 3, after: true } });
    await advance(day(0));
    const open = await stored();
    expect(open).toMatchObject({ status: 'ACTIVE', attempt: { invoiceId: open.openInvoiceId } });
    await stripe.control('faults', { api: { fail: 0 } });
    expect(await advance(minutes(10))).toBe('NOT_DUE');
    expect(await advance(minutes(31))).toBe('ORDERED_AGAIN');
    expect(await stored()).toMatchObject({ status: 'ACTIVE', openInvoiceId: null, attempt: null });
    expect(await charges()).toBe(1);
  });
});

describe('the card is refused', () => {
  test('tried again on days 1, 3 and 7; on day 10 the service stops', async () => {
    await keep(NO_FUNDS);
    await isDue();
    await stripe.control('faults', { hold: true });
    const seen = [];
    for (const at of [0, 1, 3, 7, 10]) {
      await advance(day(at));
      const { status, nextActionAt } = await stored();
      seen.push([at, status, nextActionAt]);
    }
    expect(seen).toEqual([
      [0, 'PAST_DUE', day(1)],
      [1, 'PAST_DUE', day(3)],
      [3, 'PAST_DUE', day(7)],
      [7, 'PAST_DUE', day(10)],
      [10, 'SUSPENDED', null],
    ]);
    expect(await attempts()).toEqual(Array.from({ length: 4 }, () => ['failed', 'FUNDS']));
    expect(await charges()).toBe(4);
    expect(await eventsOf(subscriptionId)).toEqual([
      ...Array.from({ length: 4 }, () => 'paymentFailed'),
      'suspended',
    ]);
  });

  test.each([
    [1, ['FUNDS']],
    [3, ['FUNDS', 'FUNDS']],
    [7, ['FUNDS', 'FUNDS', 'FUNDS']],
  ])('and taken on day %d: ACTIVE, the dunning closed', async (on, failures) => {
    const card = await keep(NO_FUNDS);
    await isDue();
    await stripe.control('faults', { hold: true });
    for (const at of [0, 1, 3, 7].filter((step) => step < on)) await advance(day(at));
    await becomes(card, VISA);
    await advance(day(on));
    expect(await stored()).toMatchObject({ status: 'ACTIVE', dunning: null, openInvoiceId: null });
    expect(await attempts()).toEqual([...failures.map((reason) => ['failed', reason]), ['success', null]]);
  });

  test('for good: it is not charged again, and the mails go on', async () => {
    await keep(EXPIRED);
    await isDue();
    await stripe.control('faults', { hold: true });
    await allRefused();
    expect(await stored()).toMatchObject({ status: 'PAST_DUE', nextActionAt: day(10) });
    expect(await charges()).toBe(1);
    expect(await eventsOf(subscriptionId)).toEqual([
      'paymentFailed',
      'paymentReminded',
      'paymentReminded',
      'paymentReminded',
    ]);
  });

  test('until its owner confirms: it is not charged again, and they pay on the page', async () => {
    await keep(ALWAYS_AUTHENTICATES);
    await isDue();
    await advance(day(0));
    await stripe.settled();
    expect(await stored()).toMatchObject({
      status: 'PAST_DUE',
      dunning: { reason: 'AUTHENTICATION_REQUIRED', step: 0 },
    });
    await advance(day(1));
    expect(await charges()).toBe(1);
    await payOnPage();
    await stripe.settled();
    expect(await stored()).toMatchObject({ status: 'ACTIVE', dunning: null });
  });

  test('with a part from the wallet, which comes back', async () => {
    await keep(NO_FUNDS);
    const invoiceId = await anIssuedInvoice(userId);
    const transfer = { invoiceIds: [invoiceId], amount: 14_000, currency: 'EUR', receivedOn: TODAY };
    await call(payment.recordBankTransfer, { requestId: randomUUID(), ...transfer }, finance);
    await isDue({ paymentWay: { kind: 'CARD', paymentMethodId: null, useWallet: true } });
    await advance(day(0));
    await stripe.settled();
    expect(await stored()).toMatchObject({ status: 'PAST_DUE' });
    expect((await db.doc(paths.wallet(userId, 'EUR')).get()).get('balance')).toBe(2_000);
  });

  test('since it was removed: day 0, without a charge', async () => {
    const card = await keep();
    await isDue({ paymentWay: { kind: 'CARD', paymentMethodId: card, useWallet: false } });
    await db.doc(paths.paymentMethod(card)).update({ removedAt: new Date() });
    await advance(day(0));
    expect(await stored()).toMatchObject({
      status: 'PAST_DUE',
      attempt: null,
      dunning: { reason: 'NOT_ALLOWED', refusedMethodId: card },
    });
    expect(await charges()).toBe(0);
  });
});

describe('another card', () => {
  test.each([
    ['PAST_DUE', 1],
    ['SUSPENDED', 10],
  ])('as the default, while %s: each subscription that waits tries it at once', async (status, last) => {
    await keep(NO_FUNDS);
    await isDue();
    await stripe.control('faults', { hold: true });
    for (const at of [0, 1, 3, 7, 10].filter((step) => step <= last)) await advance(day(at));
    expect(await stored()).toMatchObject({ status });
    await stripe.control('faults', { hold: false });
    await stripe.control('release', {});
    const other = await keep();

    const queued: string[] = [];
    const queue = jest.spyOn(tasks, 'enqueue').mockImplementation((name, data, id) => {
      queued.push(name, JSON.stringify(data), id);
      return Promise.resolve();
    });
    expect(await retryWithNewCard(db, userId, other)).toBe(1);
    queue.mockRestore();
    expect(queued).toEqual([
      'tasks-retrySubscription',
      JSON.stringify({ subscriptionId }),
      `${subscriptionId}-${other}`,
    ]);
    await retrySubscription(db, subscriptionId, day(last + 0.5));
    await stripe.settled();
    expect(await stored()).toMatchObject({ status: 'ACTIVE', dunning: null, openInvoiceId: null });
  });

  test('for the subscription alone, and the wallet left out: tried at once', async () => {
    await keep(NO_FUNDS);
    await isDue();
    await advance(day(0));
    const other = await keep();
    const request = { subscriptionId, paymentMethodId: other };
    expect(await call(subscription.changePaymentWay, request, me())).toEqual({ status: 'ACTIVE' });
    expect((await stored()).paymentWay).toEqual({ kind: 'CARD', paymentMethodId: other, useWallet: false });
  });

  test('that is refused too: the calendar stays as it was', async () => {
    const first = await keep(NO_FUNDS);
    await isDue();
    await stripe.control('faults', { hold: true });
    await advance(day(0));
    await becomes(first, EXPIRED);
    await retrySubscription(db, subscriptionId, day(0.5));
    expect(await stored()).toMatchObject({
      status: 'PAST_DUE',
      nextActionAt: day(1),
      dunning: { startedAt: day(0), step: 0, refusedMethodId: first },
    });
  });
});

describe('news that comes late', () => {
  test('a callback after the suspension: the service resumes', async () => {
    await keep(NO_FUNDS);
    await isDue();
    await stripe.control('faults', { hold: true });
    await allRefused();
    // Paid on the last day, but nobody has told us.
    await payOnPage();
    expect(await advance(day(10))).toBe('SUSPENDED');
    await stripe.control('faults', { hold: false });
    await stripe.control('release', {});
    await stripe.settled();
    expect(await stored()).toMatchObject({ status: 'ACTIVE', suspendedAt: null, openInvoiceId: null });
    expect((await eventsOf(subscriptionId)).filter((type) => type === 'resumed')).toHaveLength(1);
  });

  test('a callback after it was cancelled: the money is the customer’s', async () => {
    await keep(NO_FUNDS);
    await isDue();
    await stripe.control('faults', { hold: true });
    await advance(day(0));
    await payOnPage();
    const { openInvoiceId } = await stored();
    await call(subscription.cancel, { subscriptionId, when: 'NOW', reason: 'We move' }, me());
    await stripe.control('faults', { hold: false });
    await stripe.control('release', {});
    await stripe.settled();
    expect(await stored()).toMatchObject({ status: 'CANCELLED' });
    expect(await storedInvoice(openInvoiceId ?? '')).toMatchObject({ status: 'CANCELLED' });
    expect((await db.doc(paths.wallet(userId, 'EUR')).get()).get('balance')).toBe(12_000);
  });
});

describe('a card that pays from the start', () => {
  const subscribe = (planId: string) => call(subscription.create, { requestId: randomUUID(), planId }, me());

  test('the service begins at once', async () => {
    await keep();
    const planId = await aPlanOnSale({ currency: 'EUR' });
    const { status, subscriptionId: begun } = await subscribe(planId);
    expect(status).toBe('ACTIVE');
    expect(await eventsOf(begun)).toEqual(['started']);
  });

  test('refused, it waits for its first payment on the page', async () => {
    await keep(NO_FUNDS);
    const planId = await aPlanOnSale({ currency: 'EUR' });
    ({ subscriptionId } = await subscribe(planId));
    expect(await stored()).toMatchObject({
      status: 'SUSPENDED',
      startedAt: null,
      attempt: null,
      dunning: null,
    });
    await payOnPage();
    await stripe.settled();
    expect(await stored()).toMatchObject({ status: 'ACTIVE', openInvoiceId: null });
  });

  test('an upgrade is charged and takes effect; refused, the plan stays', async () => {
    const card = await keep();
    const planId = await aPlanOnSale({ currency: 'EUR' });
    const max = await aPlanOnSale({ currency: 'EUR', name: 'Max', price: minorUnits(30_000) });
    ({ subscriptionId } = await subscribe(planId));
    const change = async () => {
      const { total } = await call(subscription.previewChange, { subscriptionId, planId: max }, me());
      return call(subscription.change, { subscriptionId, planId: max, confirmedTotal: total }, me());
    };
    await becomes(card, NO_FUNDS);
    await change();
    await stripe.settled();
    expect(await stored()).toMatchObject({ status: 'ACTIVE', planName: 'Pro', attempt: null });
    expect(await advance(day(1))).toBe('UPGRADE_LAPSED');

    await becomes(card, VISA);
    await change();
    await stripe.settled();
    expect(await stored()).toMatchObject({ status: 'ACTIVE', planName: 'Max', pendingUpgrade: null });
  });
});

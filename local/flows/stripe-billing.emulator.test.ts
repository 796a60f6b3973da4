import '../../functions/src/testing/environment';
import { minorUnits } from '../../functions/src/core/money';
import { subscription } from '../../functions/src/index';
import { firestore } from '../../functions/src/platform/firestore';
import { tasks } from '../../functions/src/platform/tasks';
import { paths } from '../../functions/src/schema/paths';
import { tellStripe } from '../../functions/src/subscriptions/tell-stripe';
import { tellStripeOfCard } from '../../functions/src/subscriptions/tell-stripe-of-card';
import { aPlanOnSale, eventsOf } from '../../functions/src/subscriptions/testing/world';
import { call } from '../../functions/src/testing/calls';
import { checkEverything } from '../../functions/src/testing/world';
import type { BillingWorld, Subscriber } from './stripe-billing';
import { aSubscriber, EXPIRED, NO_FUNDS, startBillingWorld, VISA } from './stripe-billing';

/** Subscriptions whose renewals Stripe bills, through the functions, the emulator and Stripe's stand-in. */

let world: BillingWorld;
let planId: string;
let one: Subscriber;

beforeAll(async () => {
  world = await startBillingWorld();
  planId = await aPlanOnSale({ currency: 'EUR', name: 'Pro' });
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.noFaults();
  one = await aSubscriber(world, planId);
});
afterEach(async () => {
  await one.leave();
  await checkEverything();
});

const periodEnd = async () => (await one.stored()).currentPeriodEnd;
const seconds = (date: Date) => Math.floor(date.getTime() / 1000);

/** The card refuses on renewal; Stripe has tried, and told. */
async function pastDue(number = NO_FUNDS): Promise<Date> {
  await one.becomes(one.card, number);
  const end = await periodEnd();
  await one.goToDay(end, 0);
  await one.tell();
  return end;
}

describe('a subscription', () => {
  test('begins with its first payment, and Stripe is to renew it', async () => {
    const stored = await one.stored();
    const there = await one.atStripe();
    expect(stored).toMatchObject({ status: 'ACTIVE', stripeSubscriptionId: there.id });
    expect(there).toMatchObject({
      status: 'trialing',
      trial_end: seconds(stored.currentPeriodEnd),
      cancel_at_period_end: false,
      metadata: { subscriptionId: one.subscriptionId, planId, price: '10000', taxRate: '20' },
    });
    expect(there.items.data[0]?.price).toMatchObject({ unit_amount: 12_000, currency: 'eur' });
    // Told again there is nothing to tell.
    await one.tell();
    expect((await one.stored()).stripe?.orderCount).toBe(1);
  });

  test('is paid with another card once that is the default one, before the next charge', async () => {
    const queued: unknown[] = [];
    const queue = jest.spyOn(tasks, 'enqueue').mockImplementation((...task) => {
      queued.push(task);
      return Promise.resolve();
    });
    const other = await one.keep();
    const changedAt = world.now();
    expect(await tellStripeOfCard(firestore(), one.userId, changedAt)).toBe(1);
    queue.mockRestore();
    const { subscriptionId } = one;
    const id = `${subscriptionId}-card-${changedAt.getTime()}`;
    expect(queued).toEqual([['tasks-tellStripe', { subscriptionId }, id]]);
    await tellStripe(firestore(), subscriptionId, world.now());
    const card = (await firestore().doc(paths.paymentMethod(other)).get()).get('gatewayMethodId') as string;
    expect((await one.atStripe()).default_payment_method).toBe(card);
    expect((await one.stored()).stripe?.told?.paymentMethodId).toBe(other);
  });

  test('is renewed by Stripe: our invoice with its number, paid, and the next period', async () => {
    const end = await periodEnd();
    await one.goToDay(end, 0);
    const stored = await one.stored();
    expect(stored).toMatchObject({ status: 'ACTIVE', openInvoiceId: null, currentPeriodStart: end });
    const [first, second, ...others] = await one.invoices();
    expect(others).toEqual([]);
    expect(first).toMatchObject({ status: 'PAID', total: 12_000 });
    expect(second).toMatchObject({
      type: 'SUBSCRIPTION',
      status: 'PAID',
      subtotal: 10_000,
      taxTotal: 2_000,
      total: 12_000,
      subscriptionId: one.subscriptionId,
    });
    expect(second?.invoiceNumber).toMatch(/^HYB-\d{6}-\d{4}$/);
    const [there] = await one.invoicesAtStripe();
    expect(there).toMatchObject({ status: 'paid', amount_paid: 12_000 });
    // Our own engine has nothing to bill.
    expect(await one.advance()).toBe('NOT_DUE');
    expect(await one.invoices()).toHaveLength(2);
  });

  test('is renewed three times by Stripe, each period once', async () => {
    for (let period = 0; period < 3; period += 1) {
      await one.goToDay(await periodEnd(), 0);
      await one.tell();
    }
    const invoices = await one.invoices();
    expect(invoices.map(({ status }) => status)).toEqual(['PAID', 'PAID', 'PAID', 'PAID']);
    const there = await one.atStripe();
    expect(there.items.data[0]?.current_period_end).toBe(seconds(await periodEnd()));
  });

  test.each(['fifo', 'reverse'])(
    'is renewed whatever the order (%s) and however often it is told',
    async (order) => {
      await world.stripe.control('faults', { order, copies: 3 });
      await world.hold();
      await one.goToDay(await periodEnd(), 0);
      await world.release();
      expect(await one.stored()).toMatchObject({ status: 'ACTIVE', openInvoiceId: null });
      expect((await one.invoices()).map(({ status }) => status)).toEqual(['PAID', 'PAID']);
      expect(await one.payments()).toHaveLength(2);
    },
  );

  test('is renewed although every callback was lost: a day later Stripe is asked', async () => {
    const end = await periodEnd();
    await world.stripe.control('faults', { drop: 1000 });
    await one.goToDay(end, 1);
    expect(await one.invoices()).toHaveLength(1);
    expect(await one.advance()).toBe('LEFT_TO_STRIPE');
    expect(await one.stored()).toMatchObject({ status: 'ACTIVE', currentPeriodStart: end });
    expect((await one.invoices()).map(({ status }) => status)).toEqual(['PAID', 'PAID']);
  });
});

describe('the card is refused', () => {
  test('day 0 is Stripe’s try; the rest is by our calendar, on its invoice', async () => {
    const end = await pastDue();
    expect(await one.stored()).toMatchObject({
      status: 'PAST_DUE',
      dunning: { step: 0, reason: 'FUNDS' },
      attemptCount: 2,
    });
    const seen = [];
    for (const day of [1, 3, 7, 10]) {
      await one.goToDay(end, day);
      await one.advance();
      seen.push((await one.stored()).status);
    }
    expect(seen).toEqual(['PAST_DUE', 'PAST_DUE', 'PAST_DUE', 'SUSPENDED']);
    expect(await one.attempts()).toEqual(Array.from({ length: 4 }, () => ['failed', 'FUNDS']));
    const events = await eventsOf(one.subscriptionId);
    expect(events.filter((type) => type === 'paymentFailed')).toHaveLength(4);
    expect(events.at(-1)).toBe('suspended');
    const there = await one.atStripe();
    expect(there.pause_collection).toMatchObject({ behavior: 'void' });
    expect(await one.invoicesAtStripe()).toMatchObject([{ status: 'open' }]);
  });

  test.each([1, 3, 7])('and taken on day %d: ACTIVE, the dunning closed', async (on) => {
    const end = await pastDue();
    for (const day of [1, 3, 7].filter((step) => step < on)) {
      await one.goToDay(end, day);
      await one.advance();
    }
    await one.becomes(one.card, VISA);
    await one.goToDay(end, on);
    await one.advance();
    expect(await one.stored()).toMatchObject({
      status: 'ACTIVE',
      dunning: null,
      openInvoiceId: null,
      attempt: null,
      stripe: { openInvoice: null },
    });
    expect((await one.attempts()).at(-1)).toEqual(['success', null]);
    expect(await one.invoicesAtStripe()).toMatchObject([{ status: 'paid' }]);
    expect((await one.atStripe()).status).toBe('active');
    expect(await one.balance()).toBe(0);
  });

  test('for good: it is not charged again, and the mails go on', async () => {
    const end = await pastDue(EXPIRED);
    await one.goToDay(end, 1);
    await one.advance();
    expect(await one.attempts()).toEqual([['failed', 'EXPIRED_CARD']]);
    expect((await eventsOf(one.subscriptionId)).at(-1)).toBe('paymentReminded');
  });

  test('Stripe tries again by itself: the calendar does not move', async () => {
    await pastDue();
    const before = await one.stored();
    const [invoice] = await one.invoicesAtStripe();
    await world.stripe.control('retry', { invoice: invoice?.id });
    await world.stripe.settled();
    expect(await one.stored()).toEqual(before);
    expect(await one.attempts()).toHaveLength(1);
  });

  test('Stripe’s try and ours at once, and both are told late: paid once', async () => {
    const end = await pastDue();
    await one.becomes(one.card, VISA);
    await world.goTo(new Date(end.getTime() + 26 * 60 * 60 * 1000));
    await world.hold();
    const [invoice] = await one.invoicesAtStripe();
    await Promise.all([world.stripe.control('retry', { invoice: invoice?.id }), one.advance()]);
    await world.release();
    expect(await one.stored()).toMatchObject({ status: 'ACTIVE', openInvoiceId: null, attempt: null });
    expect(await one.invoicesAtStripe()).toMatchObject([{ status: 'paid' }]);
    expect((await one.payments()).filter(({ status }) => status === 'SUCCEEDED')).toHaveLength(2);
    expect(await one.balance()).toBe(0);
  });

  test('our try has no answer: it is ordered again by the same key, and charged once', async () => {
    const end = await pastDue();
    await one.becomes(one.card, VISA);
    await one.goToDay(end, 1);
    await world.hold();
    await world.stripe.control('faults', { api: { fail: 3, after: true, path: '/invoices' } });
    await one.advance();
    expect((await one.stored()).attempt).not.toBeNull();
    await world.stripe.control('faults', { api: { fail: 0 } });
    await world.goTo(new Date(world.now().getTime() + 31 * 60 * 1000));
    expect(await one.advance()).toBe('ORDERED_AGAIN');
    expect(await one.stored()).toMatchObject({ status: 'ACTIVE', attempt: null, openInvoiceId: null });
    await world.release();
    expect((await one.payments()).filter(({ status }) => status === 'SUCCEEDED')).toHaveLength(2);
  });
});

describe('the customer pays', () => {
  test('on our page while PAST_DUE: Stripe is told that its invoice is settled', async () => {
    await pastDue();
    await one.payOnPage();
    expect(await one.stored()).toMatchObject({ status: 'ACTIVE', openInvoiceId: null });
    await one.tell();
    await world.stripe.settled();
    expect((await one.stored()).stripe).toMatchObject({ openInvoice: null, order: null });
    expect(await one.invoicesAtStripe()).toMatchObject([{ status: 'paid' }]);
    expect(await one.balance()).toBe(0);
    expect((await one.payments()).filter(({ status }) => status === 'SUCCEEDED')).toHaveLength(2);
  });

  test('on our page while Stripe charges the card: what came twice is balance', async () => {
    await pastDue();
    await world.hold();
    await one.becomes(one.card, VISA);
    const [invoice] = await one.invoicesAtStripe();
    await world.stripe.control('retry', { invoice: invoice?.id });
    await one.payOnPage();
    await world.release();
    expect(await one.stored()).toMatchObject({ status: 'ACTIVE', openInvoiceId: null });
    expect(await one.balance()).toBe(12_000);
  });

  test('after the suspension: the service resumes, and its days that were left with it', async () => {
    const end = await pastDue();
    for (const day of [1, 3, 7, 10]) {
      await one.goToDay(end, day);
      await one.advance();
    }
    // A period begins and ends while nothing runs: nobody owes it.
    const suspendedUntil = await periodEnd();
    await one.goToDay(suspendedUntil, 2);
    expect(await one.invoices()).toHaveLength(2);
    expect((await one.invoicesAtStripe()).map(({ status }) => status)).toEqual(['open', 'void']);
    await one.payOnPage();
    const resumed = await one.stored();
    expect(resumed).toMatchObject({ status: 'ACTIVE', dunning: null });
    expect(resumed.currentPeriodEnd > world.now()).toBe(true);
    await one.tell();
    await world.stripe.settled();
    const there = await one.atStripe();
    expect(there.pause_collection).toBeNull();
    expect(there.trial_end).toBe(seconds(resumed.currentPeriodEnd));
    expect((await one.invoicesAtStripe()).map(({ status }) => status)).toEqual(['paid', 'void']);
    await one.becomes(one.card, VISA);
    await one.goToDay(resumed.currentPeriodEnd, 0);
    expect((await one.invoices()).map(({ status }) => status)).toEqual(['PAID', 'PAID', 'PAID']);
  });

  test('and the callback arrives after the suspension: the service resumes, and Stripe bills on', async () => {
    // A card that was refused for good is not charged by us, so that only the callback can tell.
    const end = await pastDue(EXPIRED);
    await world.hold();
    await one.becomes(one.card, VISA);
    const [invoice] = await one.invoicesAtStripe();
    await world.stripe.control('retry', { invoice: invoice?.id });
    for (const day of [1, 3, 7, 10]) {
      await one.goToDay(end, day);
      await one.advance();
    }
    expect(await one.stored()).toMatchObject({ status: 'SUSPENDED' });
    expect((await one.atStripe()).pause_collection).toMatchObject({ behavior: 'void' });
    await world.release();
    expect(await one.stored()).toMatchObject({ status: 'ACTIVE', openInvoiceId: null, dunning: null });
    await one.tell();
    expect((await one.atStripe()).pause_collection).toBeNull();
    expect(await one.balance()).toBe(0);
  });

  test('with another card for the subscription: Stripe’s invoice is paid with it at once', async () => {
    await pastDue();
    const other = await one.keep();
    const request = { subscriptionId: one.subscriptionId, paymentMethodId: other };
    expect(await call(subscription.changePaymentWay, request, one.me)).toEqual({ status: 'ACTIVE' });
    await one.tell();
    const there = await one.atStripe();
    expect(there.default_payment_method).not.toBeNull();
    expect((await one.stored()).stripe?.told?.paymentMethodId).toBe(other);
    expect(await one.invoicesAtStripe()).toMatchObject([{ status: 'paid' }]);
  });
});

describe('the customer', () => {
  const cancel = (when: 'NOW' | 'PERIOD_END') =>
    call(subscription.cancel, { subscriptionId: one.subscriptionId, when, reason: 'Too dear' }, one.me);

  test('cancels at once while PAST_DUE: nobody owes the invoice, here or there', async () => {
    await pastDue();
    await cancel('NOW');
    await one.tell();
    await world.stripe.settled();
    expect(await one.stored()).toMatchObject({ status: 'CANCELLED', openInvoiceId: null });
    expect((await one.invoices()).map(({ status }) => status)).toEqual(['PAID', 'CANCELLED']);
    expect(await one.invoicesAtStripe()).toMatchObject([{ status: 'void' }]);
    expect((await one.atStripe()).status).toBe('canceled');
  });

  test('cancels at the period’s end, while PAST_DUE: the invoice stays owed, and paying changes no end', async () => {
    const end = await pastDue();
    await cancel('PERIOD_END');
    await one.tell();
    expect((await one.atStripe()).cancel_at_period_end).toBe(true);
    await one.becomes(one.card, VISA);
    await one.goToDay(end, 1);
    await one.advance();
    expect(await one.stored()).toMatchObject({ status: 'ACTIVE', cancelAtPeriodEnd: true });
    await one.goToDay(await periodEnd(), 0);
    expect(await one.stored()).toMatchObject({ status: 'CANCELLED' });
    expect((await one.atStripe()).status).toBe('canceled');
    expect(await one.invoices()).toHaveLength(2);
  });

  test('cancels, thinks better of it, and is renewed', async () => {
    await cancel('PERIOD_END');
    await one.tell();
    await world.stripe.settled();
    expect((await one.atStripe()).cancel_at_period_end).toBe(true);
    await call(subscription.resume, { subscriptionId: one.subscriptionId }, one.me);
    await one.tell();
    await world.stripe.settled();
    expect(await one.stored()).toMatchObject({ cancelAtPeriodEnd: false });
    expect((await one.atStripe()).cancel_at_period_end).toBe(false);
    await one.goToDay(await periodEnd(), 0);
    expect(await one.invoices()).toHaveLength(2);
  });

  test('takes a larger plan: what was shown is paid now, by us, and Stripe renews at the new price', async () => {
    const bigger = await aPlanOnSale({ currency: 'EUR', name: 'Max', price: minorUnits(25_000) });
    const ask = { subscriptionId: one.subscriptionId, planId: bigger };
    const { total } = await call(subscription.previewChange, ask, one.me);
    await call(subscription.change, { ...ask, confirmedTotal: total }, one.me);
    await one.tell();
    expect(await one.stored()).toMatchObject({ planId: bigger, pendingUpgrade: null });
    expect((await one.atStripe()).items.data[0]?.price.unit_amount).toBe(30_000);
    await one.goToDay(await periodEnd(), 0);
    const invoices = await one.invoices();
    expect(invoices.map(({ total: of, status }) => [of, status])).toEqual([
      [12_000, 'PAID'],
      [total, 'PAID'],
      [30_000, 'PAID'],
    ]);
  });

  test('takes a smaller plan: it begins with the next period, at its price', async () => {
    const smaller = await aPlanOnSale({ currency: 'EUR', name: 'Mini', price: minorUnits(5_000) });
    const ask = { subscriptionId: one.subscriptionId, planId: smaller };
    await call(subscription.change, { ...ask, confirmedTotal: 0 }, one.me);
    await one.tell();
    await one.goToDay(await periodEnd(), 0);
    expect(await one.stored()).toMatchObject({ planId: smaller, pendingTerms: null, price: 5_000 });
    expect((await one.invoices()).map(({ total }) => total)).toEqual([12_000, 6_000]);
  });

  test('takes a year instead of months: Stripe renews when the year is over', async () => {
    const yearly = await aPlanOnSale({
      currency: 'EUR',
      name: 'Pro',
      billingPeriod: 'annually',
      price: minorUnits(100_000),
    });
    const ask = { subscriptionId: one.subscriptionId, planId: yearly };
    const { total } = await call(subscription.previewChange, ask, one.me);
    await call(subscription.change, { ...ask, confirmedTotal: total }, one.me);
    await one.tell();
    const there = await one.atStripe();
    expect(there.trial_end).toBe(seconds(await periodEnd()));
    expect(there.items.data[0]?.price).toMatchObject({
      unit_amount: 120_000,
      recurring: { interval: 'year' },
    });
  });

  test('wants to pay by link from now on: our own engine goes on, and Stripe bills no more', async () => {
    const way = { subscriptionId: one.subscriptionId, paymentMethodId: null };
    await call(subscription.changePaymentWay, way, one.me);
    await one.tell();
    await world.stripe.settled();
    expect(await one.stored()).toMatchObject({ status: 'ACTIVE', stripeSubscriptionId: null });
    expect((await one.atStripe()).status).toBe('canceled');
    await one.goToDay(await periodEnd(), 0);
    expect(await one.advance()).toBe('OPEN');
  });
});

describe('the merchant, in Stripe’s dashboard', () => {
  test('lets it end with its period, not after all, and then it does', async () => {
    const { id } = await one.atStripe();
    await world.dashboard.subscriptions.update(id, { cancel_at_period_end: true });
    await world.stripe.settled();
    expect(await one.stored()).toMatchObject({ cancelAtPeriodEnd: true });
    await one.tell();
    await world.dashboard.subscriptions.update(id, { cancel_at_period_end: false });
    await world.stripe.settled();
    expect(await one.stored()).toMatchObject({ cancelAtPeriodEnd: false });
    await world.dashboard.subscriptions.update(id, { cancel_at_period_end: true });
    await world.stripe.settled();
    expect(await one.stored()).toMatchObject({ cancelAtPeriodEnd: true });
    // What came from there is not told there.
    expect((await one.stored()).stripe?.orderCount).toBe(1);
  });

  test('ends it at once: the service ends here, too', async () => {
    await world.dashboard.subscriptions.cancel((await one.atStripe()).id);
    await world.stripe.settled();
    expect(await one.stored()).toMatchObject({ status: 'CANCELLED', nextActionAt: null });
  });

  test('refunds what it charged: the payment that mirrors it says so', async () => {
    await one.goToDay(await periodEnd(), 0);
    const [, invoice] = await one.invoices();
    const mirrored = (await one.payments()).find(({ invoiceIds }) => invoiceIds.includes(invoice?.id ?? ''));
    await world.dashboard.refunds.create({ payment_intent: mirrored?.gatewayPaymentId ?? '' });
    await world.stripe.settled();
    const after = (await one.payments()).find(({ id }) => id === mirrored?.id);
    expect(after).toMatchObject({ status: 'REFUNDED', refundedAmount: 12_000 });
  });
});

describe('Stripe does not do as it is told', () => {
  test('no answer to an order: it stays, and is told again by the same key', async () => {
    await call(
      subscription.cancel,
      { subscriptionId: one.subscriptionId, when: 'PERIOD_END', reason: 'Too dear' },
      one.me,
    );
    await world.stripe.control('faults', { api: { fail: 3, after: true, path: '/products' } });
    await expect(one.tell()).rejects.toMatchObject({ code: 'internal' });
    expect((await one.stored()).stripe?.order).toMatchObject({ what: 'CHANGE', number: 2 });
    await world.noFaults();
    await Promise.all([one.tell(), one.tell()]);
    expect((await one.stored()).stripe).toMatchObject({ order: null, told: { cancelAtPeriodEnd: true } });
    expect((await one.atStripe()).metadata.order).toBe('2');
  });

  test('it refuses the terms: what it has is ended, and our own engine bills', async () => {
    // Somebody has ended it there, and the callback is held back.
    await world.hold();
    await world.dashboard.subscriptions.cancel((await one.atStripe()).id);
    const other = await one.keep();
    const way = { subscriptionId: one.subscriptionId, paymentMethodId: other };
    await call(subscription.changePaymentWay, way, one.me);
    await one.tell();
    expect(await one.stored()).toMatchObject({
      status: 'ACTIVE',
      stripeSubscriptionId: null,
      stripe: { told: null, order: null, isRefused: true },
    });
    await world.release();
    expect(await one.stored()).toMatchObject({ status: 'ACTIVE' });
    await world.goTo(await periodEnd());
    expect(await one.advance()).toBe('CHARGE');
    expect((await one.invoices()).map(({ status }) => status)).toEqual(['PAID', 'PAID']);
  });
});

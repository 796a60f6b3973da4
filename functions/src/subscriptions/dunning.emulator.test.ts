import '../testing/environment';
import { randomUUID } from 'node:crypto';
import { addDays, dayOf, startOfDay } from '../core/calendar';
import { invoice, payment, subscription } from '../index';
import { call, finance, refusal, signedIn } from '../testing/calls';
import { aCustomer, checkEverything, storedInvoice } from '../testing/world';
import {
  advanceNow,
  advanceToNext,
  aPlanOnSale,
  eventsOf,
  mailsOf,
  sendMails,
  stored,
  subscribe,
  time,
} from './testing/world';

/** Of a customer who pays by link, so that nobody but them can pay: the calendar alone. */
const DAY_0 = startOfDay('2026-04-10');
const onDay = (day: number) => startOfDay(addDays(dayOf(DAY_0), day));

let uid: string;
let planId: string;

beforeEach(async () => {
  time.start();
  uid = await aCustomer({ locale: 'en' });
  planId = await aPlanOnSale();
});
afterEach(checkEverything);

function pay(invoiceId: string | null, amount = 12_000) {
  const request = {
    requestId: randomUUID(),
    invoiceIds: [invoiceId],
    amount,
    currency: 'TRY',
    receivedOn: dayOf(time.now()),
  };
  return call(payment.recordBankTransfer, request, finance);
}

/** Running since 10 March; its invoice of 10 April is open. */
async function anUnpaidSubscription() {
  const { subscriptionId, invoiceId } = await subscribe(uid, planId);
  await pay(invoiceId);
  time.goTo(DAY_0);
  expect(await advanceNow(subscriptionId)).toBe('OPEN');
  const { openInvoiceId } = await stored(subscriptionId);
  return { subscriptionId, openInvoiceId };
}

test('the calendar, when nobody pays: reminders on days 1, 3 and 7, and on day 10 the service stops', async () => {
  const { subscriptionId } = await anUnpaidSubscription();
  const seen = [];
  for (let step = 0; step < 4; step += 1) {
    const did = await advanceToNext(subscriptionId);
    const { status, dunning, nextActionAt } = await stored(subscriptionId);
    seen.push([did, time.now(), status, dunning?.step, nextActionAt]);
  }
  expect(seen).toEqual([
    ['OPEN', onDay(1), 'PAST_DUE', 1, onDay(3)],
    ['OPEN', onDay(3), 'PAST_DUE', 2, onDay(7)],
    ['OPEN', onDay(7), 'PAST_DUE', 3, onDay(10)],
    ['SUSPENDED', onDay(10), 'SUSPENDED', 3, null],
  ]);
  await sendMails();
  // Sent again by a trigger that runs twice, each is written once.
  await sendMails();
  expect(await mailsOf(uid)).toEqual([
    'Your Pro subscription has started',
    expect.stringMatching(/^Invoice HYB-\d+-\d+: ₺120\.00 due today$/),
    expect.stringMatching(/^Reminder: invoice HYB-\d+-\d+ is not paid$/),
    expect.stringMatching(/^Reminder: invoice HYB-\d+-\d+ is not paid$/),
    'Last notice: service pauses on 20 Apr 2026',
    'Your service is paused',
  ]);
});

describe('paid at any moment it goes on, and the dunning is closed', () => {
  test.each([
    ['on day 0, before anybody was reminded', 0, 0.5],
    ['on day 1', 1, 1.5],
    ['on day 3', 2, 3.5],
    ['on day 7', 3, 7.5],
    ['on day 10, before the sweep', 3, 10.001],
  ])('%s', async (_edge, steps, day) => {
    const { subscriptionId, openInvoiceId } = await anUnpaidSubscription();
    for (let step = 0; step < steps; step += 1) await advanceToNext(subscriptionId);
    time.goTo(DAY_0);
    time.days(day);
    await pay(openInvoiceId);
    expect(await stored(subscriptionId)).toMatchObject({
      status: 'ACTIVE',
      dunning: null,
      openInvoiceId: null,
      currentPeriodEnd: startOfDay('2026-05-10'),
      nextActionAt: startOfDay('2026-05-03'),
    });
    expect(await advanceNow(subscriptionId)).toBe('NOT_DUE');
    expect(await eventsOf(subscriptionId)).not.toContain('resumed');
  });

  test.each([
    ['within the period', 15, '2026-05-15', 15],
    ['long after it', 100, '2026-08-08', 8],
  ])('suspended and paid %s: the days that were left begin then', async (_edge, day, end, anchorDay) => {
    const { subscriptionId, openInvoiceId } = await anUnpaidSubscription();
    for (let step = 0; step < 4; step += 1) await advanceToNext(subscriptionId);
    const before = await stored(subscriptionId);
    expect(before).toMatchObject({ status: 'SUSPENDED', suspendedAt: onDay(10) });
    time.goTo(onDay(day));
    await pay(openInvoiceId);
    expect(await stored(subscriptionId)).toMatchObject({
      status: 'ACTIVE',
      suspendedAt: null,
      currentPeriodEnd: startOfDay(end),
      anchorDay,
    });
    expect((await eventsOf(subscriptionId)).slice(-2)).toEqual(['suspended', 'resumed']);
  });

  test('a part is not enough', async () => {
    const { subscriptionId, openInvoiceId } = await anUnpaidSubscription();
    await advanceToNext(subscriptionId);
    await pay(openInvoiceId, 11_999);
    expect(await stored(subscriptionId)).toMatchObject({ status: 'PAST_DUE', nextActionAt: onDay(3) });
    await pay(openInvoiceId, 1);
    expect(await stored(subscriptionId)).toMatchObject({ status: 'ACTIVE' });
  });
});

describe('late sweeps', () => {
  test('slept through to day 30: one reminder with the last notice, a day later the suspension', async () => {
    const { subscriptionId } = await anUnpaidSubscription();
    time.goTo(onDay(30));
    expect(await advanceNow(subscriptionId)).toBe('OPEN');
    expect(await stored(subscriptionId)).toMatchObject({ status: 'PAST_DUE', nextActionAt: onDay(31) });
    expect(await advanceNow(subscriptionId)).toBe('NOT_DUE');
    expect(await advanceToNext(subscriptionId)).toBe('SUSPENDED');
  });

  test('no period begins while one is owed', async () => {
    const { subscriptionId, openInvoiceId } = await anUnpaidSubscription();
    await advanceToNext(subscriptionId);
    time.goTo(startOfDay('2026-05-12'));
    await advanceNow(subscriptionId);
    expect(await stored(subscriptionId)).toMatchObject({ openInvoiceId });
    // Paid, the one that is due by now begins.
    await pay(openInvoiceId);
    expect(await advanceNow(subscriptionId)).toBe('OPEN');
    expect(await stored(subscriptionId)).toMatchObject({ currentPeriodEnd: startOfDay('2026-06-10') });
  });
});

describe('while PAST_DUE', () => {
  const cancel = (subscriptionId: string, when: 'NOW' | 'PERIOD_END') =>
    call(subscription.cancel, { subscriptionId, when, reason: 'Çok pahalı' }, signedIn(uid));

  async function aPastDueSubscription() {
    const one = await anUnpaidSubscription();
    await advanceToNext(one.subscriptionId);
    return one;
  }

  test('the plan stays: the open invoice comes first', async () => {
    const { subscriptionId } = await aPastDueSubscription();
    const other = await aPlanOnSale({ name: 'Max' });
    const request = { subscriptionId, planId: other };
    expect(await refusal(call(subscription.previewChange, request, signedIn(uid)))).toMatchObject({
      code: 'SUBSCRIPTION_PAST_DUE',
      message: 'An invoice of this subscription is past due. Pay it first.',
    });
  });

  test('cancelled now: the open invoice goes with it', async () => {
    const { subscriptionId, openInvoiceId } = await aPastDueSubscription();
    await cancel(subscriptionId, 'NOW');
    expect(await storedInvoice(openInvoiceId ?? '')).toMatchObject({ status: 'CANCELLED' });
    // Money that comes after all is the customer's, and nothing comes back to life.
    await pay(openInvoiceId);
    expect(await stored(subscriptionId)).toMatchObject({ status: 'CANCELLED', nextActionAt: null });
  });

  test('cancelled at the end: the dunning goes on, and paid it runs to the end', async () => {
    const { subscriptionId, openInvoiceId } = await aPastDueSubscription();
    await cancel(subscriptionId, 'PERIOD_END');
    expect(await stored(subscriptionId)).toMatchObject({ status: 'PAST_DUE', nextActionAt: onDay(3) });
    await advanceToNext(subscriptionId);
    await pay(openInvoiceId);
    expect(await stored(subscriptionId)).toMatchObject({
      status: 'ACTIVE',
      nextActionAt: startOfDay('2026-05-10'),
    });
    expect(await advanceToNext(subscriptionId)).toBe('ENDED');
  });

  test('cancelled at the end and never paid: suspended on day 10, over at the end, the invoice stays owed', async () => {
    const { subscriptionId, openInvoiceId } = await aPastDueSubscription();
    await cancel(subscriptionId, 'PERIOD_END');
    await advanceToNext(subscriptionId);
    await advanceToNext(subscriptionId);
    expect(await advanceToNext(subscriptionId)).toBe('SUSPENDED');
    expect(await advanceToNext(subscriptionId)).toBe('ENDED');
    expect(time.now()).toEqual(startOfDay('2026-05-10'));
    expect(await storedInvoice(openInvoiceId ?? '')).toMatchObject({ amountDue: 12_000 });
  });

  test('the service still runs, and stops on day 10', async () => {
    const { subscriptionId } = await aPastDueSubscription();
    const access = () => call(subscription.access, { subscriptionId }, finance);
    expect(await access()).toMatchObject({ mayRun: true, status: 'PAST_DUE' });
    for (let step = 0; step < 3; step += 1) await advanceToNext(subscriptionId);
    expect(await access()).toMatchObject({ mayRun: false, status: 'SUSPENDED' });
  });

  test('suspended, only the end can come at once', async () => {
    const { subscriptionId } = await aPastDueSubscription();
    for (let step = 0; step < 3; step += 1) await advanceToNext(subscriptionId);
    expect(await refusal(cancel(subscriptionId, 'PERIOD_END'))).toMatchObject({
      code: 'SUBSCRIPTION_SUSPENDED',
    });
    time.days(1);
    await cancel(subscriptionId, 'NOW');
    expect((await eventsOf(subscriptionId)).at(-1)).toBe('cancelled');
  });

  test('finance takes the invoice back while it is suspended: the service resumes', async () => {
    const { subscriptionId, openInvoiceId } = await aPastDueSubscription();
    for (let step = 0; step < 3; step += 1) await advanceToNext(subscriptionId);
    time.days(5);
    await call(invoice.cancel, { invoiceId: openInvoiceId, reason: 'Kulanç' }, finance);
    expect(await stored(subscriptionId)).toMatchObject({
      status: 'ACTIVE',
      currentPeriodEnd: startOfDay('2026-05-15'),
    });
  });
});

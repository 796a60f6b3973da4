import '../testing/environment';
import { randomUUID } from 'node:crypto';
import { startOfDay } from '../core/calendar';
import { minorUnits, ZERO } from '../core/money';
import { invoice, payment, plan, subscription } from '../index';
import { firestore } from '../platform/firestore';
import { randomId } from '../platform/random-id';
import { paths } from '../schema/paths';
import { call, finance, refusal, signedIn } from '../testing/calls';
import { anOrganization } from '../testing/factories';
import { aCustomer, checkEverything, seed, storedInvoice } from '../testing/world';
import { advanceNow, advanceToNext, aPlanOnSale, eventsOf, stored, subscribe, time } from './testing/world';

const db = firestore();
let uid: string;
let planId: string;

beforeEach(async () => {
  time.start();
  uid = await aCustomer();
  planId = await aPlanOnSale();
});
afterEach(checkEverything);

/** A balance with its one entry, and the journal's side of it, as a top-up leaves them. */
async function topUp(amount: number): Promise<void> {
  const invoiceId = await advancePayment(amount);
  expect(invoiceId).not.toBe('');
}

/** Money that was not owed becomes balance: an invoice of one kuruş, overpaid. */
async function advancePayment(amount: number): Promise<string> {
  const { invoiceId } = await call(
    invoice.create,
    {
      requestId: randomUUID(),
      userId: uid,
      items: [{ description: 'Avans', quantity: 1, unitPrice: 1, taxRate: 0 }],
      dueDate: '2030-12-31',
    },
    finance,
  );
  await call(invoice.issue, { invoiceId }, finance);
  await transfer(invoiceId, amount + 1);
  return invoiceId;
}

function transfer(invoiceId: string, amount: number) {
  const request = {
    requestId: randomUUID(),
    invoiceIds: [invoiceId],
    amount,
    currency: 'TRY',
    receivedOn: time.now().toISOString().slice(0, 10),
  };
  return call(payment.recordBankTransfer, request, finance);
}

async function aRunningSubscription(override: Parameters<typeof subscribe>[2] = {}) {
  const { subscriptionId, invoiceId } = await subscribe(uid, planId, override);
  await transfer(invoiceId ?? '', 12_000);
  return subscriptionId;
}

describe('the beginning', () => {
  test('the first invoice is issued, and the service begins on the day it is paid', async () => {
    const answer = await subscribe(uid, planId);
    const { subscriptionId, invoiceId } = answer;
    expect(answer).toEqual({ subscriptionId, status: 'SUSPENDED', invoiceId });
    expect(await stored(subscriptionId)).toMatchObject({
      status: 'SUSPENDED',
      startedAt: null,
      nextActionAt: startOfDay('2026-03-18'),
    });
    expect(await storedInvoice(invoiceId ?? '')).toMatchObject({
      type: 'SUBSCRIPTION',
      subscriptionId,
      status: 'PENDING',
      total: 12_000,
      items: [{ description: 'Pro (ilk ay)' }],
    });

    time.days(2);
    await transfer(invoiceId ?? '', 12_000);
    expect(await stored(subscriptionId)).toMatchObject({
      status: 'ACTIVE',
      startedAt: time.now(),
      anchorDay: 12,
      currentPeriodStart: startOfDay('2026-03-12'),
      currentPeriodEnd: startOfDay('2026-04-12'),
      openInvoiceId: null,
      nextActionAt: startOfDay('2026-04-05'),
    });
    expect(await eventsOf(subscriptionId)).toEqual(['started']);
  });

  test('the same request again answers the same subscription; another makes another', async () => {
    const requestId = randomUUID();
    const first = await subscribe(uid, planId, { requestId });
    expect(await subscribe(uid, planId, { requestId })).toEqual(first);
    expect((await subscribe(uid, planId)).subscriptionId).not.toBe(first.subscriptionId);
  });

  test('unpaid after a week it is given up, and its invoice with it', async () => {
    const { subscriptionId, invoiceId } = await subscribe(uid, planId);
    expect(await advanceToNext(subscriptionId)).toBe('GIVEN_UP');
    expect(await stored(subscriptionId)).toMatchObject({ status: 'CANCELLED', nextActionAt: null });
    expect(await storedInvoice(invoiceId ?? '')).toMatchObject({ status: 'CANCELLED' });

    // Money that comes after all is the customer's.
    await transfer(invoiceId ?? '', 12_000);
    expect(await stored(subscriptionId)).toMatchObject({ status: 'CANCELLED' });
  });

  test('the wallet pays at once when it covers all', async () => {
    await topUp(20_000);
    const answer = await subscribe(uid, planId, { useWallet: true });
    expect(answer.status).toBe('ACTIVE');
    expect(await storedInvoice(answer.invoiceId ?? '')).toMatchObject({ status: 'PAID', amountDue: 0 });
    const wallet = await db.doc(paths.wallet(uid, 'TRY')).get();
    expect(wallet.get('balance')).toBe(8_000);
  });

  test('a free plan begins at once', async () => {
    const free = await aPlanOnSale({ price: ZERO });
    const { status, subscriptionId } = await subscribe(uid, free);
    expect(status).toBe('ACTIVE');
    expect(await eventsOf(subscriptionId)).toEqual(['started']);
  });

  test('on trial it runs without an invoice; the first one comes at its end', async () => {
    const withTrial = await aPlanOnSale({ trialDays: 14 });
    const { subscriptionId, status, invoiceId } = await subscribe(uid, withTrial);
    expect({ status, invoiceId }).toEqual({ status: 'ACTIVE', invoiceId: null });
    expect(await stored(subscriptionId)).toMatchObject({
      trialEnd: startOfDay('2026-03-24'),
      currentPeriodEnd: startOfDay('2026-03-24'),
      anchorDay: 24,
    });
    expect(await advanceToNext(subscriptionId)).toBe('ANNOUNCED');
    expect(await advanceToNext(subscriptionId)).toBe('OPEN');
    const { openInvoiceId, currentPeriodEnd } = await stored(subscriptionId);
    expect(currentPeriodEnd).toEqual(startOfDay('2026-04-24'));
    expect(await storedInvoice(openInvoiceId ?? '')).toMatchObject({
      items: [{ description: 'Pro (24.03.2026 – 23.04.2026)' }],
    });
  });

  describe('one trial', () => {
    const organization = async (...memberIds: string[]) => {
      const organizationId = randomId();
      await seed(db, { [paths.organization(organizationId)]: anOrganization({ memberIds }) });
      return organizationId;
    };
    let withTrial: string;
    beforeEach(async () => {
      withTrial = await aPlanOnSale({ trialDays: 14 });
    });

    test('for each customer, of whatever plan, also when the first was cancelled', async () => {
      const { subscriptionId } = await subscribe(uid, withTrial);
      const request = { subscriptionId, when: 'NOW', reason: 'Not now' };
      await call(subscription.cancel, request, signedIn(uid));
      expect(await refusal(subscribe(uid, withTrial))).toMatchObject({ code: 'TRIAL_USED' });
      const another = await aPlanOnSale({ trialDays: 30, currency: 'EUR' });
      expect(await refusal(subscribe(uid, another))).toMatchObject({ code: 'TRIAL_USED' });
      const stranger = await aCustomer();
      expect(await subscribe(stranger, withTrial)).toMatchObject({ status: 'ACTIVE', invoiceId: null });
    });

    test('without it the plan begins when it is paid', async () => {
      await subscribe(uid, withTrial);
      const { status, invoiceId, subscriptionId } = await subscribe(uid, withTrial, { trial: false });
      expect(status).toBe('SUSPENDED');
      expect(await storedInvoice(invoiceId ?? '')).toMatchObject({ status: 'PENDING', total: 12_000 });
      expect(await stored(subscriptionId)).toMatchObject({ trialEnd: null });
    });

    test('whoever has not had it may begin without, and have it later', async () => {
      await subscribe(uid, withTrial, { trial: false });
      expect(await subscribe(uid, withTrial)).toMatchObject({ status: 'ACTIVE' });
    });

    test('for each organization, whoever of its members asks', async () => {
      const colleague = await aCustomer();
      const organizationId = await organization(uid, colleague);
      await subscribe(uid, withTrial, { organizationId });
      const again = subscribe(colleague, withTrial, { organizationId });
      expect(await refusal(again)).toMatchObject({ code: 'TRIAL_USED' });
      expect(await subscribe(colleague, withTrial)).toMatchObject({ status: 'ACTIVE' });
    });

    test('for a customer with several organizations, too', async () => {
      await subscribe(uid, withTrial, { organizationId: await organization(uid) });
      const another = subscribe(uid, withTrial, { organizationId: await organization(uid) });
      expect(await refusal(another)).toMatchObject({ code: 'TRIAL_USED' });
    });

    test('the same request again answers the same trial; two at once make one', async () => {
      const requestId = randomUUID();
      const first = await subscribe(uid, withTrial, { requestId });
      expect(await subscribe(uid, withTrial, { requestId })).toEqual(first);
      const other = await aCustomer();
      const both = await Promise.allSettled([subscribe(other, withTrial), subscribe(other, withTrial)]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });
  });

  test.each([
    ['an unknown plan', () => subscribe(uid, 'nothing'), 'PLAN_NOT_FOUND'],
    [
      'somebody whose address is missing',
      async () => subscribe(await aCustomer({ address: null }), planId),
      'BUYER_INCOMPLETE',
    ],
    [
      'an organization of others',
      () => subscribe(uid, planId, { organizationId: 'nothing' }),
      'ORGANIZATION_NOT_FOUND',
    ],
  ])('refused: %s', async (_edge, attempt, code) => {
    expect(await refusal(attempt())).toMatchObject({ code });
  });

  test('refused: a plan that is no longer sold', async () => {
    await call(plan.update, { planId, isActive: false }, finance);
    expect(await refusal(subscribe(uid, planId))).toMatchObject({ code: 'PLAN_INACTIVE' });
  });
});

describe('renewals', () => {
  test('a week ahead it is announced; on the day the next period is invoiced', async () => {
    const subscriptionId = await aRunningSubscription();
    expect(await advanceToNext(subscriptionId)).toBe('ANNOUNCED');
    expect(await advanceToNext(subscriptionId)).toBe('OPEN');
    const { openInvoiceId, ...renewed } = await stored(subscriptionId);
    expect(renewed).toMatchObject({
      status: 'ACTIVE',
      currentPeriodStart: startOfDay('2026-04-10'),
      currentPeriodEnd: startOfDay('2026-05-10'),
    });
    await transfer(openInvoiceId ?? '', 12_000);
    expect(await stored(subscriptionId)).toMatchObject({
      status: 'ACTIVE',
      openInvoiceId: null,
      nextActionAt: startOfDay('2026-05-03'),
    });
    expect(await eventsOf(subscriptionId)).toEqual(['started', 'renewalAhead', 'paymentDue']);
  });

  test('a new price is for new subscriptions', async () => {
    const subscriptionId = await aRunningSubscription();
    await call(plan.update, { planId, price: 50_000, name: 'Pro XL' }, finance);
    await advanceToNext(subscriptionId);
    await advanceToNext(subscriptionId);
    const { openInvoiceId } = await stored(subscriptionId);
    expect(await storedInvoice(openInvoiceId ?? '')).toMatchObject({ subtotal: 10_000, total: 12_000 });
    const { invoiceId } = await subscribe(uid, planId);
    expect(await storedInvoice(invoiceId ?? '')).toMatchObject({ subtotal: 50_000 });
  });

  test('sweeps that were missed for three months are caught up in order, a period each', async () => {
    await topUp(100_000);
    const subscriptionId = await aRunningSubscription({ useWallet: true });
    time.goTo('2026-07-01T06:00:00Z');
    const done = [];
    for (let run = 0; run < 6; run += 1) done.push(await advanceNow(subscriptionId));
    // April, May and June; July is announced when its time comes.
    expect(done).toEqual(['SETTLED', 'SETTLED', 'SETTLED', 'NOT_DUE', 'NOT_DUE', 'NOT_DUE']);
    const invoices = await db.collection('invoices').where('subscriptionId', '==', subscriptionId).get();
    const lines = invoices.docs.map(
      (doc) => (doc.data() as { items: { description: string }[] }).items[0]?.description,
    );
    expect(lines.sort()).toEqual([
      'Pro (10.04.2026 – 09.05.2026)',
      'Pro (10.05.2026 – 09.06.2026)',
      'Pro (10.06.2026 – 09.07.2026)',
      'Pro (ilk ay)',
    ]);
    expect(await stored(subscriptionId)).toMatchObject({ currentPeriodEnd: startOfDay('2026-07-10') });
  });

  test('the task run twice at once bills once', async () => {
    await topUp(100_000);
    const subscriptionId = await aRunningSubscription({ useWallet: true });
    time.goTo(startOfDay('2026-04-10'));
    const both = await Promise.all([advanceNow(subscriptionId), advanceNow(subscriptionId)]);
    expect(both.sort()).toEqual(['NOT_DUE', 'SETTLED']);
    const invoices = await db.collection('invoices').where('subscriptionId', '==', subscriptionId).get();
    expect(invoices.size).toBe(2);
  });

  test('a customer who has emptied their address is billed as before', async () => {
    const subscriptionId = await aRunningSubscription();
    await db.doc(paths.user(uid)).update({ address: null });
    await advanceToNext(subscriptionId);
    await advanceToNext(subscriptionId);
    const { openInvoiceId } = await stored(subscriptionId);
    expect(await storedInvoice(openInvoiceId ?? '')).toMatchObject({
      buyer: { address: 'Moda Caddesi 12\n34710 İstanbul' },
    });
  });
});

describe('change of plan', () => {
  const preview = (subscriptionId: string, target: string) =>
    call(subscription.previewChange, { subscriptionId, planId: target }, signedIn(uid));
  const change = (subscriptionId: string, target: string, confirmedTotal: number) =>
    call(subscription.change, { subscriptionId, planId: target, confirmedTotal }, signedIn(uid));

  test('an upgrade is billed as it was shown, and takes effect when it is paid', async () => {
    const subscriptionId = await aRunningSubscription();
    const max = await aPlanOnSale({ name: 'Max', price: minorUnits(30_000) });
    time.goTo('2026-03-25T15:00:00Z');
    const shown = await preview(subscriptionId, max);
    expect(shown).toMatchObject({ effective: 'NOW', total: 12_388, nextTotal: 36_000 });
    const { invoiceId, effective } = await change(subscriptionId, max, shown.total);
    expect(effective).toBe('NOW');
    expect(await change(subscriptionId, max, shown.total)).toMatchObject({ invoiceId });
    expect(await stored(subscriptionId)).toMatchObject({ planName: 'Pro', status: 'ACTIVE' });

    await transfer(invoiceId ?? '', shown.total);
    expect(await storedInvoice(invoiceId ?? '')).toMatchObject({ status: 'PAID', total: shown.total });
    expect(await stored(subscriptionId)).toMatchObject({
      planId: max,
      planName: 'Max',
      price: 30_000,
      pendingUpgrade: null,
      currentPeriodEnd: startOfDay('2026-04-10'),
    });
    expect(await eventsOf(subscriptionId)).toEqual(['started', 'changed']);
  });

  test('unpaid by the end of its day it lapses, and the plan stays', async () => {
    const subscriptionId = await aRunningSubscription();
    const max = await aPlanOnSale({ name: 'Max', price: minorUnits(30_000) });
    const { total } = await preview(subscriptionId, max);
    const { invoiceId } = await change(subscriptionId, max, total);
    expect(await advanceToNext(subscriptionId)).toBe('UPGRADE_LAPSED');
    expect(await storedInvoice(invoiceId ?? '')).toMatchObject({ status: 'CANCELLED' });
    expect(await stored(subscriptionId)).toMatchObject({
      planName: 'Pro',
      pendingUpgrade: null,
      nextActionAt: startOfDay('2026-04-03'),
    });
    // Asked for again it is another invoice.
    const again = await preview(subscriptionId, max);
    expect((await change(subscriptionId, max, again.total)).invoiceId).not.toBe(invoiceId);
  });

  test('partly paid it can be paid to the end of the period; after it finance decides', async () => {
    const subscriptionId = await aRunningSubscription();
    const max = await aPlanOnSale({ name: 'Max', price: minorUnits(30_000) });
    const { total } = await preview(subscriptionId, max);
    const { invoiceId } = await change(subscriptionId, max, total);
    await transfer(invoiceId ?? '', 100);
    expect(await advanceToNext(subscriptionId)).toBe('WAITING');
    expect(await advanceToNext(subscriptionId)).toBe('ANNOUNCED');
    expect(await advanceToNext(subscriptionId)).toBe('UPGRADE_LAPSED');
    expect(await storedInvoice(invoiceId ?? '')).toMatchObject({ amountPaid: 100 });
    expect(await advanceNow(subscriptionId)).toBe('OPEN');
  });

  test('a downgrade comes with the next period, and can be taken back', async () => {
    const subscriptionId = await aRunningSubscription();
    const mini = await aPlanOnSale({ name: 'Mini', price: minorUnits(5_000) });
    expect(await change(subscriptionId, mini, 0)).toMatchObject({ effective: 'PERIOD_END', invoiceId: null });
    await change(subscriptionId, planId, 0);
    expect(await stored(subscriptionId)).toMatchObject({ pendingTerms: null });

    await change(subscriptionId, mini, 0);
    await advanceToNext(subscriptionId);
    await advanceToNext(subscriptionId);
    const { openInvoiceId, ...renewed } = await stored(subscriptionId);
    expect(renewed).toMatchObject({ planId: mini, planName: 'Mini', price: 5_000, pendingTerms: null });
    expect(await storedInvoice(openInvoiceId ?? '')).toMatchObject({ total: 6_000 });
  });

  test('another customer’s subscription does not exist', async () => {
    const subscriptionId = await aRunningSubscription();
    const stranger = signedIn(await aCustomer());
    const request = { subscriptionId, planId };
    expect(await refusal(call(subscription.previewChange, request, stranger))).toMatchObject({
      code: 'SUBSCRIPTION_NOT_FOUND',
    });
    expect(await refusal(call(subscription.access, { subscriptionId }, stranger))).toMatchObject({
      code: 'SUBSCRIPTION_NOT_FOUND',
    });
  });
});

describe('the end', () => {
  const cancel = (subscriptionId: string, when: 'NOW' | 'PERIOD_END') =>
    call(subscription.cancel, { subscriptionId, when, reason: 'Taşınıyoruz' }, signedIn(uid));
  const access = async (subscriptionId: string) =>
    (await call(subscription.access, { subscriptionId }, finance)).mayRun;

  test('at the end of the period it runs on until then', async () => {
    const subscriptionId = await aRunningSubscription();
    time.days(1);
    expect(await cancel(subscriptionId, 'PERIOD_END')).toEqual({ status: 'ACTIVE' });
    expect(await access(subscriptionId)).toBe(true);
    time.goTo(startOfDay('2026-04-10'));
    // Even before the sweep has come by.
    expect(await access(subscriptionId)).toBe(false);
    expect(await advanceNow(subscriptionId)).toBe('ENDED');
    expect(await stored(subscriptionId)).toMatchObject({
      status: 'CANCELLED',
      cancelledAt: time.now(),
      cancelReason: 'Taşınıyoruz',
    });
    expect(await eventsOf(subscriptionId)).toEqual(['started', 'ending', 'cancelled']);
  });

  test('before the end it can be resumed', async () => {
    const subscriptionId = await aRunningSubscription();
    const resume = () => call(subscription.resume, { subscriptionId }, signedIn(uid));
    expect(await refusal(resume())).toMatchObject({ code: 'SUBSCRIPTION_NOT_ENDING' });
    await cancel(subscriptionId, 'PERIOD_END');
    expect(await refusal(cancel(subscriptionId, 'PERIOD_END'))).toMatchObject({
      code: 'SUBSCRIPTION_ENDING',
    });
    await resume();
    expect(await stored(subscriptionId)).toMatchObject({
      cancelAtPeriodEnd: false,
      cancelReason: null,
      nextActionAt: startOfDay('2026-04-03'),
    });
  });

  test('now it ends at once, and an invoice that nobody has paid goes with it', async () => {
    const subscriptionId = await aRunningSubscription();
    await advanceToNext(subscriptionId);
    await advanceToNext(subscriptionId);
    const { openInvoiceId } = await stored(subscriptionId);
    expect(await cancel(subscriptionId, 'NOW')).toEqual({ status: 'CANCELLED' });
    expect(await access(subscriptionId)).toBe(false);
    expect(await storedInvoice(openInvoiceId ?? '')).toMatchObject({ status: 'CANCELLED' });
    expect(await refusal(cancel(subscriptionId, 'NOW'))).toMatchObject({ code: 'SUBSCRIPTION_CANCELLED' });
  });

  test('what is partly paid stays owed', async () => {
    const subscriptionId = await aRunningSubscription();
    await advanceToNext(subscriptionId);
    await advanceToNext(subscriptionId);
    const { openInvoiceId } = await stored(subscriptionId);
    await transfer(openInvoiceId ?? '', 2_000);
    await cancel(subscriptionId, 'NOW');
    expect(await storedInvoice(openInvoiceId ?? '')).toMatchObject({ status: 'PARTIAL', amountDue: 10_000 });
  });

  test('finance forgives the open invoice: the subscription goes on', async () => {
    const subscriptionId = await aRunningSubscription();
    await advanceToNext(subscriptionId);
    await advanceToNext(subscriptionId);
    await advanceToNext(subscriptionId);
    const { openInvoiceId, status } = await stored(subscriptionId);
    expect(status).toBe('PAST_DUE');
    await call(invoice.cancel, { invoiceId: openInvoiceId, reason: 'Kulanç' }, finance);
    expect(await stored(subscriptionId)).toMatchObject({
      status: 'ACTIVE',
      dunning: null,
      openInvoiceId: null,
    });
  });

  test('finance cancels the first invoice: the subscription goes with it', async () => {
    const { subscriptionId, invoiceId } = await subscribe(uid, planId);
    await call(invoice.cancel, { invoiceId, reason: 'Vazgeçildi' }, finance);
    expect(await stored(subscriptionId)).toMatchObject({ status: 'CANCELLED' });
  });

  test('a refund gives the period’s money back and leaves the subscription as it is', async () => {
    const subscriptionId = await aRunningSubscription();
    const before = await stored(subscriptionId);
    const { docs } = await db.collection('payments').where('userId', '==', uid).get();
    const [paid] = docs;
    const request = {
      requestId: randomUUID(),
      paymentId: paid?.id ?? '',
      destination: 'BANK' as const,
      reason: 'Goodwill',
    };
    expect(await call(payment.refund, request, finance)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await stored(subscriptionId)).toEqual(before);
    // Nothing is due again, so the next that is billed is the next period.
    expect(await advanceToNext(subscriptionId)).toBe('ANNOUNCED');
    expect(await advanceToNext(subscriptionId)).toBe('OPEN');
    expect(await stored(subscriptionId)).toMatchObject({ currentPeriodStart: before.currentPeriodEnd });
  });
});

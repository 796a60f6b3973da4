import { projectId } from '../../functions/src/testing/environment';
import type { GatewayEvent } from '../../functions/src/gateways/gateway';
import { stripe } from '../../functions/src/gateways/stripe/adapter';
import type { AdapterHarness } from './stripe-adapter';
import { aCheckout, agreeToDebit, aPaidCheckout, referenceOf, startAdapter } from './stripe-adapter';

let standIn: AdapterHarness;
beforeEach(async () => {
  standIn = await startAdapter();
});
afterEach(() => standIn.close());

const factsOf = async (type: string) => (await standIn.eventsOf(type)).map(({ fact }) => fact);
const nothing = (why: string) => ({ kind: 'NOTHING_FOR_US', why });

interface Dispute {
  id: string;
  amount: number;
}

async function aDisputedPayment(how: object = {}) {
  const checkout = aCheckout();
  const payment_intent = await aPaidCheckout(standIn, checkout);
  const { id } = (await standIn.control('dispute', { payment_intent, ...how })) as Dispute;
  const end = (status: string) => standIn.control('dispute/status', { dispute: id, status });
  const dispute = { gatewayDisputeId: id, amount: 12_000, currency: 'EUR', reason: 'fraudulent' };
  const opened = { kind: 'DISPUTE_OPENED', payment: referenceOf(checkout), dispute };
  return { end, opened, closed: { ...opened, kind: 'DISPUTE_CLOSED' } };
}

test.each([
  ['won', 'WON'],
  ['lost', 'LOST'],
])('a dispute that is %s', async (status, outcome) => {
  const { end, opened, closed } = await aDisputedPayment();
  await end(status);
  expect(await factsOf('charge.dispute.created')).toEqual([opened]);
  expect(await factsOf('charge.dispute.funds_withdrawn')).toEqual([opened]);
  expect(await factsOf('charge.dispute.closed')).toEqual([{ ...closed, outcome }]);
});

test('an inquiry takes nothing, and ends without news', async () => {
  const { end } = await aDisputedPayment({ inquiry: true });
  await end('warning_closed');
  expect(await factsOf('charge.dispute.created')).toEqual([nothing('NO_PAYMENT')]);
  expect(await factsOf('charge.dispute.closed')).toEqual([nothing('NO_PAYMENT')]);
});

test('an inquiry that becomes a dispute', async () => {
  const { end, opened, closed } = await aDisputedPayment({ inquiry: true });
  await end('needs_response');
  await end('lost');
  expect(await factsOf('charge.dispute.funds_withdrawn')).toEqual([opened]);
  expect(await factsOf('charge.dispute.closed')).toEqual([{ ...closed, outcome: 'LOST' }]);
});

test('the test card whose owner disputes', async () => {
  const checkout = aCheckout();
  await aPaidCheckout(standIn, checkout, '4000000000000259');
  expect(await factsOf('charge.dispute.created')).toMatchObject([
    { kind: 'DISPUTE_OPENED', payment: referenceOf(checkout) },
  ]);
});

test.each([
  ['succeeded', { kind: 'PAYMENT_SUCCEEDED', amount: 12_000 }],
  ['failed', { kind: 'PAYMENT_FAILED', isFinal: true }],
])('a debit that has %s', async (outcome, fact) => {
  const checkout = aCheckout();
  const payment = referenceOf(checkout);
  const { url, gatewayCheckoutId } = await stripe.startCheckout(checkout);
  await agreeToDebit(url);
  expect(await factsOf('checkout.session.completed')).toEqual([{ kind: 'PAYMENT_PROCESSING', payment }]);
  const { payment_intent } = await standIn.dashboard.checkout.sessions.retrieve(gatewayCheckoutId);
  await standIn.control('settle', { payment_intent, outcome });
  expect(await factsOf(`checkout.session.async_payment_${outcome}`)).toMatchObject([{ ...fact, payment }]);
});

test('another project’s payment: its refund, its dispute and its card are not ours', async () => {
  const { customers, paymentIntents, refunds } = standIn.dashboard;
  const metadata = { project: `${projectId}-other`, paymentId: 'payment1', userId: 'user1' };
  const { id: customer } = await customers.create({ metadata });
  const intent = await paymentIntents.create({
    amount: 12_000,
    currency: 'eur',
    customer,
    payment_method: 'pm_card_visa',
    setup_future_usage: 'off_session',
    confirm: true,
    return_url: 'http://127.0.0.1:1',
    metadata,
  });
  await refunds.create({ payment_intent: intent.id, amount: 100 });
  await standIn.control('dispute', { payment_intent: intent.id });
  for (const type of [
    'payment_intent.succeeded',
    'charge.refunded',
    'charge.dispute.created',
    'payment_method.attached',
  ]) {
    expect(await factsOf(type)).toEqual([nothing('NOT_OURS')]);
  }
});

test('a refund from the dashboard is read like ours', async () => {
  const checkout = aCheckout();
  const payment_intent = await aPaidCheckout(standIn, checkout);
  await standIn.dashboard.refunds.create({ payment_intent });
  expect(await factsOf('charge.refunded')).toEqual([
    { kind: 'PAYMENT_REFUNDED', payment: referenceOf(checkout), refundedTotal: 12_000, currency: 'EUR' },
  ]);
});

async function undeliveredSince(since: Date): Promise<GatewayEvent[]> {
  const events: GatewayEvent[] = [];
  for await (const event of stripe.undeliveredEvents(since)) events.push(event);
  return events;
}

describe('events that could not be delivered', () => {
  const EPOCH = new Date(0);

  test('come oldest first and mean what their webhook would have', async () => {
    const checkouts = [aCheckout(), aCheckout(), aCheckout()];
    for (const checkout of checkouts) await aPaidCheckout(standIn, checkout);
    const events = await undeliveredSince(EPOCH);
    expect(events.map(({ type }) => type)).toEqual(
      checkouts.flatMap(() => ['payment_intent.succeeded', 'checkout.session.completed']),
    );
    const webhooks = [
      ...(await standIn.eventsOf('payment_intent.succeeded')),
      ...(await standIn.eventsOf('checkout.session.completed')),
    ];
    const withoutDigest = (event: GatewayEvent) => ({ ...event, payloadDigest: null });
    expect(events.map(withoutDigest)).toEqual(expect.arrayContaining(webhooks.map(withoutDigest)));
    for (const { payloadDigest } of events) expect(payloadDigest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('are more than one page holds', async () => {
    const checkout = aCheckout();
    const payment_intent = await aPaidCheckout(standIn, checkout);
    for (let refund = 0; refund < 120; refund += 1) {
      await standIn.dashboard.refunds.create({ payment_intent, amount: 1 });
    }
    const totals = (await undeliveredSince(EPOCH)).flatMap(({ fact }) =>
      fact.kind === 'PAYMENT_REFUNDED' ? [fact.refundedTotal] : [],
    );
    expect(totals).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
  });

  test('are none of before the asked instant', async () => {
    await aPaidCheckout(standIn, aCheckout());
    const [event] = await undeliveredSince(EPOCH);
    const dayAfter = new Date((event?.occurredAt.getTime() ?? 0) + 24 * 60 * 60 * 1000);
    expect(await undeliveredSince(dayAfter)).toEqual([]);
  });

  test('one that cannot be read does not stand in the way of the rest', async () => {
    const checkout = aCheckout();
    const { paymentIntents } = standIn.dashboard;
    // 120.50 króna, which Stripe would not have taken from us.
    await paymentIntents.create({
      amount: 12_050,
      currency: 'isk',
      payment_method: 'pm_card_visa',
      allowed_payment_method_types: ['card'],
      confirm: true,
      metadata: { project: projectId, paymentId: 'odd' },
    });
    await aPaidCheckout(standIn, checkout);
    const facts = (await undeliveredSince(EPOCH)).map(({ fact }) => fact);
    expect(facts).toMatchObject([
      { kind: 'PAYMENT_SUCCEEDED', payment: referenceOf(checkout) },
      { kind: 'PAYMENT_SUCCEEDED', payment: referenceOf(checkout) },
    ]);
  });

  test('cannot be told when Stripe does not answer', async () => {
    await standIn.control('faults', { api: { fail: 3, status: 500 } });
    await expect(undeliveredSince(EPOCH)).rejects.toMatchObject({ code: 'GATEWAY_UNAVAILABLE' });
  });
});

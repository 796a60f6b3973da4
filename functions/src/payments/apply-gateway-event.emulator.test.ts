import { minorUnits } from '../core/money';
import { projectId } from '../testing/environment';
import type { GatewayEvent } from '../gateways/gateway';
import { readEvent as readPaytr } from '../gateways/paytr/read-event';
import { toMerchantOid } from '../gateways/paytr/merchant-oid';
import { readEvent as readStripe } from '../gateways/stripe/read-event';
import { finance as operations } from '../index';
import { firestore } from '../platform/firestore';
import { paths } from '../schema/paths';
import { paytrCallback, stripeCallback } from '../testing/callbacks';
import { call, finance, refusal } from '../testing/calls';
import { countCalls } from '../testing/count-calls';
import type { NoticeFields } from '../testing/paytr-notice';
import { aFailureNotice, aSaleNotice } from '../testing/paytr-notice';
import { anEvent, aPaymentIntent } from '../testing/stripe-factories';
import { aCustomer, anIssuedInvoice, aPendingPayment, checkEverything } from '../testing/world';
import type { EventResult } from './apply-gateway-event';
import { applyGatewayEvent } from './apply-gateway-event';

const db = firestore();
afterEach(checkEverything);

/** A verified success of a new payment of 120,00. */
async function aSuccess(gateway: 'stripe' | 'paytr'): Promise<GatewayEvent> {
  const userId = await aCustomer();
  const invoiceId = await anIssuedInvoice(userId);
  const paymentId = await aPendingPayment(userId, invoiceId, { gateway });
  const receivedAt = new Date();
  if (gateway === 'paytr') {
    const merchant_oid = toMerchantOid({ paymentId, userId, invoiceIds: [invoiceId], currency: 'TRY' });
    const { body } = paytrCallback(aSaleNotice({ merchant_oid }));
    return readPaytr({ body: Buffer.from(body), headers: {}, receivedAt });
  }
  const metadata = { project: projectId, paymentId, userId, invoiceIds: invoiceId, currency: 'TRY' };
  const { body, headers } = stripeCallback(
    anEvent('payment_intent.succeeded', aPaymentIntent({ metadata }), { id: `evt_${paymentId}` }),
  );
  return readStripe({ body: Buffer.from(body), headers, receivedAt });
}

/** Applies an event and answers what came of it, and the requests to Firestore that it took. */
async function apply(event: GatewayEvent) {
  let result: EventResult | undefined;
  const calls = await countCalls(db, async () => {
    result = await applyGatewayEvent(db, event, new Date());
  });
  return { result, methods: calls.map(({ method }) => method) };
}

describe.each(['stripe', 'paytr'] as const)('law 1, %s', (gateway) => {
  test('a success costs one read round trip and one commit', async () => {
    const event = await aSuccess(gateway);
    const { result, methods } = await apply(event);
    expect(result).toEqual({ outcome: 'APPLIED', result: 'PAYMENT_SUCCEEDED' });
    expect(methods).toEqual(['batchGetDocuments', 'commit']);
  });

  test('a repeat is found out by its commit, and changes nothing', async () => {
    const event = await aSuccess(gateway);
    await apply(event);
    const { result } = await apply(event);
    expect(result).toEqual({ outcome: 'IGNORED', result: 'DUPLICATE' });
  });
});

test('whatever PayTR tells, the token of its customer included, one read round trip is enough', async () => {
  const userId = await aCustomer();
  const invoiceId = await anIssuedInvoice(userId);
  const notices: NoticeFields[] = [aFailureNotice(), aSaleNotice({ utoken: 'u-1' })];
  for (const notice of notices) {
    const paymentId = await aPendingPayment(userId, invoiceId, { gateway: 'paytr' });
    const merchant_oid = toMerchantOid({ paymentId, userId, invoiceIds: [invoiceId], currency: 'TRY' });
    const { body } = paytrCallback({ ...notice, merchant_oid });
    const event = await readPaytr({ body: Buffer.from(body), headers: {}, receivedAt: new Date() });
    const { result, methods } = await apply(event);
    expect(result).toMatchObject({ outcome: 'APPLIED' });
    expect(methods).toEqual(['batchGetDocuments', 'commit']);
  }
});

test('an event of no concern costs no look at any payment', async () => {
  const event = await aSuccess('stripe');
  const { result, methods } = await apply({
    ...event,
    fact: { kind: 'NOTHING_FOR_US', why: 'UNHANDLED_TYPE' },
  });
  expect(result).toEqual({ outcome: 'IGNORED', result: 'UNHANDLED_TYPE' });
  expect(methods.filter((method) => method !== 'beginTransaction')).toEqual(['commit']);
});

test('a failure that finance has settled waits for nobody, until it fails otherwise or fits after all', async () => {
  const right = await aSuccess('stripe');
  if (right.fact.kind !== 'PAYMENT_SUCCEEDED') throw new Error('It is a success');
  const wrongAmount: GatewayEvent = { ...right, fact: { ...right.fact, amount: minorUnits(1) } };
  const wrongMode: GatewayEvent = { ...right, fact: { ...right.fact, isTest: false } };
  const gatewayEventId = `stripe_${right.id}`;
  const stored = async () => (await db.doc(paths.gatewayEventRecord(gatewayEventId)).get()).data();
  const note = 'The price was changed at Stripe; refunded there.';
  const acknowledge = () => call(operations.acknowledgeEvent, { gatewayEventId, note }, finance);

  await expect(applyGatewayEvent(db, wrongAmount, new Date())).rejects.toThrow('AMOUNT_MISMATCH');
  expect(await stored()).toMatchObject({ outcome: 'FAILED', acknowledgement: null });
  await acknowledge();
  await expect(applyGatewayEvent(db, wrongAmount, new Date())).rejects.toThrow('AMOUNT_MISMATCH');
  expect(await stored()).toMatchObject({ acknowledgement: { by: 'finance-1', note } });
  await expect(applyGatewayEvent(db, wrongMode, new Date())).rejects.toThrow('TEST_MODE_MISMATCH');
  expect(await stored()).toMatchObject({ error: 'TEST_MODE_MISMATCH', acknowledgement: null });
  await acknowledge();
  await applyGatewayEvent(db, right, new Date());
  expect(await stored()).toMatchObject({ outcome: 'APPLIED', error: null, acknowledgement: null });
  expect(await refusal(acknowledge())).toMatchObject({ code: 'GATEWAY_EVENT_NOT_FAILED' });
});

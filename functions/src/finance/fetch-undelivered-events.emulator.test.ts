import '../testing/environment';
import type { GatewayEvent } from '../gateways/gateway';
import { gateways } from '../gateways/registry';
import { firestore } from '../platform/firestore';
import { paths } from '../schema/paths';
import { dump, inCollection } from '../testing/documents';
import { aCustomer, aPendingPayment, anIssuedInvoice, checkEverything } from '../testing/world';
import { simulatedGateways } from '../testing/fuzz/simulated-gateway';
import { Crash, outsideCalls, withFaults } from '../testing/fuzz/outside-calls';
import { fetchUndeliveredEvents } from './fetch-undelivered-events';

const NOW = new Date('2026-03-10T10:00:00Z');
const db = firestore();

/** Makes Stripe answer these events as undelivered. */
function undelivered(events: readonly GatewayEvent[]): void {
  const { stripe, keepUndelivered } = simulatedGateways(outsideCalls(), () => NOW);
  events.forEach(keepUndelivered);
  gateways.stripe = () => Promise.resolve(stripe);
}

function anEventOf(paymentId: string, fact: Partial<GatewayEvent['fact']> = {}): GatewayEvent {
  return {
    gateway: 'stripe',
    id: `evt_${paymentId}`,
    type: 'payment_intent.processing',
    occurredAt: NOW,
    payloadDigest: '0'.repeat(64),
    gatewayReason: null,
    fact: {
      kind: 'PAYMENT_PROCESSING',
      payment: { paymentId, owner: null },
      ...fact,
    } as GatewayEvent['fact'],
  };
}

const differences = async () => inCollection(await dump(db), 'differences/*');

afterEach(checkEverything);

test('events that were not delivered are applied, and one that cannot be is parked without stopping the rest', async () => {
  const userId = await aCustomer();
  const paymentId = await aPendingPayment(userId, await anIssuedInvoice(userId));
  const refunded = { kind: 'PAYMENT_REFUNDED', refundedTotal: 5, currency: 'TRY' } as object;
  undelivered([anEventOf('nobodys', refunded), anEventOf(paymentId)]);
  expect(await fetchUndeliveredEvents(db, 'stripe', NOW)).toBe(2);
  expect((await db.doc(paths.payment(paymentId)).get()).get('status')).toBe('PROCESSING');
  expect(await differences()).toMatchObject([{ kind: 'EVENT_FAILED', gatewayPaymentId: 'evt_nobodys' }]);
});

test('a database that fails is nothing for finance: the run fails, and the next one applies the event', async () => {
  const userId = await aCustomer();
  const paymentId = await aPendingPayment(userId, await anIssuedInvoice(userId));
  undelivered([anEventOf(paymentId)]);
  const before = await differences();
  const failing = withFaults(db, outsideCalls([{ at: 1, when: 'before', dies: false }]));
  await expect(fetchUndeliveredEvents(failing, 'stripe', NOW)).rejects.toThrow(Crash);
  expect(await differences()).toEqual(before);

  await fetchUndeliveredEvents(db, 'stripe', NOW);
  expect((await db.doc(paths.payment(paymentId)).get()).get('status')).toBe('PROCESSING');
});

import type { Firestore } from 'firebase-admin/firestore';
import type { GatewayEvent } from '../gateways/gateway';
import { gatewayNamed } from '../gateways/registry';
import { applyGatewayEvent } from '../payments/apply-gateway-event';
import { BillingError } from '../platform/errors';
import * as logs from '../platform/logs';
import type { GatewayName } from '../schema/payment';
import { parkDifference } from './compare-day';
import { difference } from './rules/compare-report';

/** How far back Stripe keeps events (its events API): 30 days. */
const DAYS_BACK = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Fetches the events that a gateway could not deliver and applies them as if it had: after an outage of ours that
 * lasted longer than the gateway repeats. One that contradicts what is stored is parked for finance and does not stop
 * the rest.
 * @returns How many events were fetched.
 * @throws BillingError GATEWAY_UNAVAILABLE, or whatever stopped a commit
 */
export async function fetchUndeliveredEvents(db: Firestore, name: GatewayName, now: Date): Promise<number> {
  const gateway = await gatewayNamed(name);
  const since = new Date(now.getTime() - DAYS_BACK * DAY_MS);
  let count = 0;
  for await (const event of gateway.undeliveredEvents(since)) {
    count += 1;
    await applyOrPark(db, event, now);
  }
  return count;
}

async function applyOrPark(db: Firestore, event: GatewayEvent, now: Date): Promise<void> {
  const ids = { gateway: event.gateway, eventId: event.id, type: event.type };
  try {
    logs.gatewayEventHandled(ids, await applyGatewayEvent(db, event, now));
  } catch (error) {
    logs.gatewayEventFailed(ids, error);
    // A database that fails says nothing about the event: the run fails, and the next one fetches it again.
    if (!(error instanceof BillingError)) throw error;
    const paymentId = 'payment' in event.fact ? event.fact.payment.paymentId : null;
    const about = { gateway: event.gateway, kind: 'EVENT_FAILED', paymentId } as const;
    const amounts = { ours: null, theirs: null, currency: null };
    await parkDifference(db, difference({ ...about, ...amounts, gatewayPaymentId: event.id }), now);
  }
}

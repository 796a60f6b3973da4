import type { Firestore } from 'firebase-admin/firestore';
import { addDays, dayOf } from '../core/calendar';
import { BillingError } from '../platform/errors';
import * as logs from '../platform/logs';
import type { GatewayName } from '../schema/payment';
import { gatewayName } from '../schema/payment';
import { compareDay } from './compare-day';
import { fetchUndeliveredEvents } from './fetch-undelivered-events';

/**
 * The morning's reconciliation, gateway by gateway: events that could not be delivered are fetched and applied, then
 * the report of the day before yesterday, which every gateway has closed by now, is held against our payments. A
 * gateway that is not set up is left out; one that fails does not keep the other from being reconciled.
 * @throws AggregateError of what failed, so that the run counts as failed.
 */
export async function reconcile(db: Firestore, now: Date): Promise<void> {
  const failures: unknown[] = [];
  for (const gateway of gatewayName.options) {
    try {
      await reconcileGateway(db, gateway, now);
    } catch (error) {
      if (error instanceof BillingError && error.code === 'GATEWAY_NOT_CONFIGURED') continue;
      logs.requestFailed(`reconcile.${gateway}`, error);
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Not every gateway could be reconciled');
}

async function reconcileGateway(db: Firestore, gateway: GatewayName, now: Date): Promise<void> {
  const events = await fetchUndeliveredEvents(db, gateway, now);
  const day = addDays(dayOf(now), -2);
  const differences = await compareDay(db, gateway, day, now);
  logs.gatewayReconciled({ gateway, day, events, differences });
}

import type { Firestore } from 'firebase-admin/firestore';
import type { InstallmentRates, Installments } from '../gateways/gateway';
import { BillingError } from '../platform/errors';
import * as logs from '../platform/logs';
import { transact } from '../platform/transact';
import type { StoredInstallmentRates } from '../schema/installments';
import { paths } from '../schema/paths';
import type { GatewayName } from '../schema/payment';
import { areFresh, keepRates } from './rules/keep-rates';

/**
 * The gateway's rates: those of the last day as they are stored, older ones anew. While the gateway cannot be reached
 * the old ones serve on; what is charged in the end is the gateway's to say.
 * @throws BillingError GATEWAY_UNAVAILABLE when there are none at all.
 */
export async function installmentRates(
  db: Firestore,
  gateway: { readonly name: GatewayName; readonly installments: Installments },
  stored: StoredInstallmentRates | null,
  now: Date,
): Promise<InstallmentRates> {
  if (stored !== null && areFresh(stored, now)) return stored.rates;
  try {
    const rates = await gateway.installments.rates();
    const path = paths.installmentRates(gateway.name);
    await transact(db, now, async (get) => keepRates(await get({ stored: path }), { path, rates }, now));
    return rates;
  } catch (error) {
    if (stored === null || !(error instanceof BillingError) || error.code !== 'GATEWAY_UNAVAILABLE')
      throw error;
    logs.gatewayRefused(gateway.name, 'no installment rates; the stored ones serve on');
    return stored.rates;
  }
}

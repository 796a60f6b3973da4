import type { Firestore } from 'firebase-admin/firestore';
import type { PaymentFact } from '../gateways/gateway';
import { transactBesideCallbacks } from '../platform/transact';
import type { GatewayName } from '../schema/payment';
import { decideFact } from './decide-fact';

/**
 * Applies news that we asked a gateway for, instead of being told. It has no event to be recorded under; the state
 * machine makes a repeat of what a callback has already told change nothing.
 */
export function applyNews(
  db: Firestore,
  { gateway, fact }: { readonly gateway: GatewayName; readonly fact: PaymentFact },
  now: Date,
): Promise<{ outcome: 'APPLIED' | 'IGNORED'; result: string }> {
  return transactBesideCallbacks(db, now, async (get) => {
    const { writes, outcome, result } = await decideFact(get, { gateway, fact, occurredAt: now }, now);
    return { writes, result: { outcome, result } };
  });
}

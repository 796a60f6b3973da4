import type { Firestore } from 'firebase-admin/firestore';
import type { SubscriptionInvoiceNews } from '../gateways/gateway';
import { inTurn } from '../platform/in-turn';
import { transactBesideCallbacks } from '../platform/transact';
import { decideBillingFact } from './decide-billing-fact';

/** Applies news of an invoice at Stripe that we asked for, as its callback would have been. */
export function applyBillingNews(db: Firestore, fact: SubscriptionInvoiceNews, now: Date): Promise<string> {
  return inTurn(db, () =>
    transactBesideCallbacks(db, now, async (get) => {
      const { writes, result } = await decideBillingFact(
        get,
        { id: fact.gatewayInvoiceId, fact, occurredAt: now },
        now,
      );
      return { writes, result };
    }),
  );
}

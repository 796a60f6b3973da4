import type { Firestore } from 'firebase-admin/firestore';
import { transact } from '../platform/transact';
import { readPayment } from './read-payment';
import { refuseCheckout } from './rules/begin-checkout';

/** Ends a payment that its gateway refused to begin: nothing was or will be charged. */
export async function refusePayment(db: Firestore, paymentId: string, now: Date): Promise<void> {
  await transact(db, now, async (get) =>
    refuseCheckout(await readPayment(get, paymentId), { paymentId, reason: 'OUTAGE' }, now),
  );
}

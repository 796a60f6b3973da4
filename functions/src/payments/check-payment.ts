import type { Firestore } from 'firebase-admin/firestore';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import { askGateway } from './ask-gateway';
import { afterCheck, dueCheck } from './rules/check-due';

/**
 * One task of the hourly check: asks the gateway about a payment whose news is overdue, applies the answer, and sets
 * the time of the next question if there is one. Run twice, or after the news has come, it changes nothing.
 * @throws BillingError GATEWAY_UNAVAILABLE: the queue tries again, and after it the next hour.
 */
export async function checkPayment(db: Firestore, paymentId: string, now: Date): Promise<void> {
  const due = await transact(db, now, async (get) => {
    const { payment } = await get({ payment: paths.payment(paymentId) });
    return { writes: [], result: dueCheck(payment, now) };
  });
  if (due === null) return;
  const { refundedTotal } = await askGateway(db, { paymentId, ...due }, now);
  const { pendingRefund, userId, currency } = due.payment;
  const refundId = pendingRefund?.refundId ?? null;
  await transact(db, now, async (get) => {
    const found = await get({
      payment: paths.payment(paymentId),
      refund: refundId === null ? null : paths.refund(refundId),
      wallet: refundId === null ? null : paths.wallet(userId, currency),
    });
    return afterCheck(found, { paymentId, refundIsKnown: refundedTotal !== null }, now);
  });
}

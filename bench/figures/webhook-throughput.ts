import type { Firestore } from 'firebase-admin/firestore';
import { randomId } from '../../functions/src/platform/random-id';
import { paths } from '../../functions/src/schema/paths';
import { serve } from '../../functions/src/testing/http';
import { connect } from '../fixtures/backend';
import { openPayments, paidCallback } from '../fixtures/callbacks';
import type { OpenPayment } from '../fixtures/callbacks';
import { deployedFunctions } from '../fixtures/deployed';
import { callbackSender } from '../fixtures/http-client';
import type { Figure } from '../harness/figure';
import { interleave, perSecond } from '../harness/interleave';

const CALLERS = 16;
const EVENTS = 160;

/**
 * `webhook.throughput`: Stripe's "checkout completed" a second, 16 at a time, each for a payment and an invoice of
 * its own, from the POST over the signature and the transaction to the answer. The baseline does nothing but what
 * the transaction must: read the same documents in one call, write as many in one commit.
 */
export const webhookThroughput: Figure = {
  name: 'webhook.throughput',
  unit: 'events/s',
  target: { atLeast: 0.6 },
  needs: 'firestore',
  measure: async () => {
    const db = connect();
    const { url } = await serve(deployedFunctions().webhooks.stripe);
    const send = callbackSender(url, CALLERS);
    return interleave({
      rounds: 15,
      warmUps: 2,
      subject: async () => {
        const payments = await openPayments(db, 'stripe', EVENTS);
        return perSecond(payments.map(paidCallback.stripe), CALLERS, send);
      },
      baseline: async () => {
        const payments = await openPayments(db, 'stripe', EVENTS);
        return perSecond(payments, CALLERS, (payment) => bareReadAndCommit(db, payment));
      },
    });
  },
};

/** Three documents read, two changed, three created, as the event does. */
async function bareReadAndCommit(
  db: Firestore,
  { paymentId, invoiceId, userId }: OpenPayment,
): Promise<void> {
  const payment = db.doc(paths.payment(paymentId));
  const invoice = db.doc(paths.invoice(invoiceId));
  await db.getAll(payment, invoice, db.doc(paths.wallet(userId, 'TRY')));
  const now = new Date();
  const batch = db.batch();
  batch.update(payment, { status: 'SUCCEEDED', processedAt: now, updatedAt: now });
  batch.update(invoice, { status: 'PAID', paidAt: now, updatedAt: now });
  for (const collection of ['gatewayEvents', 'journal', 'events']) {
    batch.create(db.doc(`${collection}/${randomId()}`), {
      paymentId,
      invoiceId,
      createdAt: now,
      updatedAt: now,
    });
  }
  await batch.commit();
}

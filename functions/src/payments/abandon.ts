import { actorOf } from '../platform/auth';
import { BillingError } from '../platform/errors';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import type { PaymentStatus } from '../schema/payment';
import { abandonRequest } from '../schema/payment';
import { askGateway } from './ask-gateway';
import { abandonment } from './rules/abandon-payment';
import { settledStatus } from './rules/settled-status';

/**
 * `payment.abandon`: the customer gives an open attempt up. The gateway is asked to close its page first and what it
 * answers is applied, so that an attempt which was paid a moment ago counts as paid. Answers the status that the
 * payment ended in.
 */
export const abandon = operation({
  request: abandonRequest,
  allowed: 'signedIn',
  run: async ({ paymentId }, { caller, db, now }): Promise<{ status: PaymentStatus }> => {
    const actor = actorOf(caller);
    const payment = await transact(db, now, async (get) =>
      abandonment(await get({ payment: paths.payment(paymentId) }), { paymentId, actor }),
    );
    const { fact } = await askGateway(db, { paymentId, payment, end: true }, now);
    if (fact === null) throw new BillingError('PAYMENT_PROCESSING', { paymentId });
    return { status: settledStatus(fact) };
  },
});

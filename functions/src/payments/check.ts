import { must } from '../platform/errors';
import type { OperationContext } from '../platform/operation';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import type { CheckAnswer, Payment } from '../schema/payment';
import { checkRequest } from '../schema/payment';
import { askGateway } from './ask-gateway';
import { checkOf } from './rules/check-due';

/**
 * `payment.check`: finance asks the gateway about a payment at once, without waiting for its news or for the hourly
 * check, and what it answers is applied. Money that no gateway moved stands as it is.
 */
export const check = operation({
  request: checkRequest,
  allowed: 'staff',
  run: async ({ paymentId }, context): Promise<CheckAnswer> => {
    const payment = await read(paymentId, context);
    const { status: before } = payment;
    const asked = checkOf(payment, context.now);
    if (asked === null) return { before, after: before };
    await askGateway(context.db, { paymentId, ...asked }, context.now);
    return { before, after: (await read(paymentId, context)).status };
  },
});

async function read(paymentId: string, { db, now }: OperationContext): Promise<Payment> {
  const { payment } = await transact(db, now, async (get) => ({
    writes: [],
    result: await get({ payment: paths.payment(paymentId) }),
  }));
  return must(payment, 'PAYMENT_MISSING', { paymentId });
}

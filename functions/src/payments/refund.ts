import { gatewayNamed } from '../gateways/registry';
import { creditNoteNumbering } from '../invoices/config';
import { actorOf } from '../platform/auth';
import { BillingError, must } from '../platform/errors';
import { derivedId } from '../platform/ids';
import * as logs from '../platform/logs';
import type { OperationContext } from '../platform/operation';
import { operation } from '../platform/operation';
import { transact, transactBesideCallbacks } from '../platform/transact';
import { paths } from '../schema/paths';
import type { RefundAnswerBody } from '../schema/refund';
import { refundRequest } from '../schema/refund';
import { askGateway } from './ask-gateway';
import { readPayment } from './read-payment';
import type { RefundIntent } from './rules/begin-refund';
import { beginRefund } from './rules/begin-refund';
import { REFUND_ID_LENGTH, answeredTotal, failRefund, settleRefund } from './rules/settle-refund';

/**
 * `payment.refund`: gives money of a payment back. The refund is stored as PENDING before the gateway is called; a yes
 * books it, a no ends it as FAILED, and without an answer it stays PENDING until a callback or the hourly check tells.
 */
export const refund = operation({
  request: refundRequest,
  allowed: 'staff',
  run: async (request, context): Promise<RefundAnswerBody> => {
    const { caller, db, now } = context;
    const { paymentId } = request;
    const refundId = derivedId(REFUND_ID_LENGTH, caller.uid, request.requestId);
    const command = { refundId, request, numbering: creditNoteNumbering(), actor: actorOf(caller) };
    const { status, order, isRepeat } = await transact(db, now, async (get) => {
      const { refund: earlier } = await get({ refund: paths.refund(refundId) });
      return beginRefund({ ...(await readPayment(get, paymentId)), refund: earlier }, command, now);
    });
    if (order === null) return { refundId, status };
    if (isRepeat && (await wasMade({ refundId, paymentId, order }, context))) {
      return { refundId, status: 'SUCCEEDED' };
    }
    await orderRefund({ refundId, paymentId, order }, context);
    return { refundId, status: 'SUCCEEDED' };
  },
});

interface Order {
  readonly refundId: string;
  readonly paymentId: string;
  readonly order: NonNullable<RefundIntent['order']>;
}

/** An earlier call may have reached the gateway without our hearing of it: what it then tells is applied. */
async function wasMade(
  { refundId, paymentId, order }: Order,
  { db, now }: OperationContext,
): Promise<boolean> {
  const read = () =>
    transact(db, now, async (get) => ({
      writes: [],
      result: await get({ payment: paths.payment(paymentId), refund: paths.refund(refundId) }),
    }));
  const payment = must((await read()).payment, 'PAYMENT_MISSING', { paymentId });
  await askGateway(db, { paymentId, payment: { ...payment, gateway: order.gateway }, end: false }, now);
  return (await read()).refund?.status === 'SUCCEEDED';
}

async function orderRefund({ refundId, paymentId, order }: Order, context: OperationContext): Promise<void> {
  const { db, now } = context;
  const gateway = await gatewayNamed(order.gateway);
  try {
    const answer = await gateway.refund({ ...order, refundId, paymentId });
    await transactBesideCallbacks(db, now, async (get) => {
      const { payment, ...around } = await readPayment(get, paymentId);
      if (payment === null) throw new BillingError('PAYMENT_NOT_FOUND', { paymentId });
      const refundedTotal = answeredTotal(payment, refundId, answer.refundedTotal);
      const news = { paymentId, refundedTotal, numbering: creditNoteNumbering() };
      const { writes } = settleRefund({ ...around, payment }, news, now);
      return { writes, result: null };
    });
  } catch (error) {
    logs.gatewayCallFailed(order.gateway, 'refund', paymentId, error);
    if (error instanceof BillingError && error.code === 'REFUND_DECLINED') {
      await fail({ refundId, paymentId }, error, context);
    }
    throw error;
  }
}

async function fail(
  { refundId, paymentId }: { refundId: string; paymentId: string },
  { facts }: BillingError,
  { db, now }: OperationContext,
): Promise<void> {
  const failure = { code: String(facts.code ?? ''), message: String(facts.message ?? '') };
  await transact(db, now, async (get) => {
    const { payment, wallet } = await readPayment(get, paymentId, { wallet: true });
    const { refund } = await get({ refund: paths.refund(refundId) });
    return failRefund({ payment, refund, wallet }, { refundId, paymentId, failure }, now);
  });
}

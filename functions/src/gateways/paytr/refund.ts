import * as z from 'zod';
import { BillingError } from '../../platform/errors';
import * as logs from '../../platform/logs';
import type { RefundAnswer, RefundOrder } from '../gateway';
import { toDecimal } from './amount';
import { post, refusal } from './post';
import { signedRequest } from './sign';

/** PayTR could not do it just now; whether it will on its own is not documented. */
const TRY_LATER = '000';

const success = z.object({ status: z.literal('success'), reference_no: z.coerce.string().optional() });

/**
 * Sends money back to the card ("İade"). PayTR has no idempotency keys: the same order twice is two refunds, so one
 * whose answer was lost must be asked about first. `reference_no` lets people find ours in PayTR's panel.
 *
 * @throws BillingError REFUND_DECLINED with PayTR's number and text, among them 007 (our answer to the payment's notice
 *   is still missing), 009 (more than is left), 010 (the merchant's balance is too low) and 011 (older than a year).
 */
export async function refund(order: RefundOrder): Promise<RefundAnswer> {
  const { refundId, gatewayPaymentId, amount, currency } = order;
  const asked = { merchant_oid: gatewayPaymentId, return_amount: toDecimal(amount, currency) };
  const answer = await post(
    '/odeme/iade',
    { ...signedRequest('refund', asked), reference_no: refundId },
    { answer: z.discriminatedUnion('status', [success, refusal]), silence: 'GATEWAY_RESULT_UNKNOWN' },
  );
  // PayTR does not say how much went back before.
  if (answer.status === 'success')
    return { gatewayRefundId: answer.reference_no ?? refundId, refundedTotal: null };
  const { err_no: code, err_msg: message } = answer;
  logs.gatewayRefused('paytr', `iade ${code}`);
  if (code === TRY_LATER) throw new BillingError('GATEWAY_RESULT_UNKNOWN', { code });
  throw new BillingError('REFUND_DECLINED', { code, message });
}

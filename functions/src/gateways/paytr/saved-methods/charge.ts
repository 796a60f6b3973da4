import * as z from 'zod';
import { BillingError } from '../../../platform/errors';
import * as logs from '../../../platform/logs';
import type { PaymentReference, SavedMethods, SettlementFact } from '../../gateway';
import { paytrConfig } from '../config';
import { directFields } from '../direct';
import { failureOf } from '../failure';
import { toMerchantOid } from '../merchant-oid';
import { post } from '../post';
import type { PaidOrder } from '../status-inquiry';
import { paidOrder, succeeded } from '../status-inquiry';

type Charge = Parameters<SavedMethods['charge']>[0];

const answer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('success') }),
  /** The bank has not answered PayTR yet; its notice will tell. */
  z.object({ status: z.literal('wait_callback') }),
  z.object({
    status: z.enum(['failed', 'error']),
    msg: z.string().default(''),
    failed_reason_code: z.coerce.string().default('0'),
  }),
]);

/**
 * Charges a kept card while its owner is away: a recurring payment without 3D Secure. The order number is used once,
 * so the same charge again is refused; what PayTR's books have then decides.
 */
export async function charge(wanted: Charge): Promise<SettlementFact> {
  const { paymentId, userId, invoiceIds, amount, currency } = wanted;
  const payment: PaymentReference = { paymentId, owner: { userId, invoiceIds, currency } };
  const merchantOid = toMerchantOid(wanted);
  const given = await post('/odeme', fieldsOf(wanted), {
    answer,
    silence: 'GATEWAY_RESULT_UNKNOWN',
  });
  switch (given.status) {
    case 'success': {
      const { isTest } = paytrConfig();
      const order = { amount, charged: amount, currency, installment: 1, isTest, refundedTotal: null };
      return succeeded(order, { merchantOid, payment });
    }
    case 'wait_callback':
      throw new BillingError('GATEWAY_RESULT_UNKNOWN', { paymentId });
    case 'failed':
    case 'error': {
      logs.gatewayRefused('paytr', `odeme ${given.failed_reason_code}`);
      const earlier = await earlierCharge(merchantOid);
      if (earlier !== null) return succeeded(earlier, { merchantOid, payment });
      const reason = failureOf(given.failed_reason_code, given.msg);
      return { kind: 'PAYMENT_FAILED', payment, reason, isFinal: true };
    }
  }
}

function fieldsOf(wanted: Charge): Record<string, string> {
  return {
    ...directFields(wanted, false),
    recurring_payment: '1',
    utoken: wanted.gatewayCustomerId,
    ctoken: wanted.gatewayMethodId,
  };
}

/** The payment, when an earlier call of the same charge made it. */
async function earlierCharge(merchantOid: string): Promise<PaidOrder | null> {
  try {
    return await paidOrder(merchantOid);
  } catch (error) {
    throw new BillingError('GATEWAY_RESULT_UNKNOWN', {}, { cause: error });
  }
}

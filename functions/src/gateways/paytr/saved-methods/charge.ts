import * as z from 'zod';
import { toDecimalString } from '../../../core/currency';
import { BillingError } from '../../../platform/errors';
import * as logs from '../../../platform/logs';
import { appUrl } from '../../../platform/params';
import type { PaymentReference, SavedMethods, SettlementFact } from '../../gateway';
import { basket } from '../card-form';
import { paytrConfig, recurringAmountFormat } from '../config';
import { toPaytrCurrency } from '../currency';
import { failureOf } from '../failure';
import { toMerchantOid } from '../merchant-oid';
import { NO_PHONE, userIp } from '../payer';
import { post } from '../post';
import { signedRequest } from '../sign';
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
  const given = await post('/odeme', fieldsOf(wanted, merchantOid), {
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

function fieldsOf(wanted: Charge, merchantOid: string): Record<string, string> {
  const { amount, currency, customer, description } = wanted;
  const price = toDecimalString(amount, currency);
  const returnUrl = `${appUrl()}/payments/${wanted.paymentId}`;
  const signed = signedRequest('recurring', {
    user_ip: userIp(wanted.ipAddress),
    merchant_oid: merchantOid,
    email: customer.email,
    payment_amount: recurringAmountFormat() === 'decimal' ? price : String(amount),
    payment_type: 'card',
    installment_count: '0',
    currency: toPaytrCurrency(currency),
    test_mode: paytrConfig().isTest ? '1' : '0',
    non_3d: '1',
  });
  return {
    ...signed,
    recurring_payment: '1',
    utoken: wanted.gatewayCustomerId,
    ctoken: wanted.gatewayMethodId,
    user_name: customer.name.slice(0, 60),
    user_address: customer.address.slice(0, 400),
    user_phone: NO_PHONE,
    user_basket: basket(description, price),
    merchant_ok_url: returnUrl,
    merchant_fail_url: returnUrl,
    client_lang: customer.locale,
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

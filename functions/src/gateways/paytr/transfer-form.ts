import type { CheckoutSession } from '../../schema/payment';
import type { Checkout } from '../gateway';
import { paytrConfig } from './config';
import { getToken } from './get-token';
import { toMerchantOid } from './merchant-oid';
import { userIp } from './payer';
import { signedRequest } from './sign';

/** Minutes in which the customer tells PayTR of the transfer. */
const FORM_MINUTES = 60;
/**
 * Days until a transfer counts as not made. Banks take up to two working days, and PayTR then looks for the money; its
 * notice of success or failure usually comes sooner.
 */
const DAYS = 7;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Gets a token for the form in which the customer picks one of PayTR's bank accounts and tells of the transfer (its
 * "Havale/EFT iFrame API" documentation). The payment waits for the money, much longer than the form is open.
 */
export async function transferForm(checkout: Checkout): Promise<CheckoutSession> {
  const { apiUrl, isTest } = paytrConfig();
  const { amount, customer } = checkout;
  const merchantOid = toMerchantOid(checkout);
  const token = await getToken({
    ...signedRequest('transferForm', {
      user_ip: userIp(checkout.ipAddress),
      merchant_oid: merchantOid,
      email: customer.email,
      payment_amount: String(amount),
      payment_type: 'eft',
      test_mode: isTest ? '1' : '0',
    }),
    timeout_limit: String(FORM_MINUTES),
  });
  return {
    kind: 'IFRAME',
    method: 'bankTransfer',
    url: `${apiUrl}/odeme/api/${token}`,
    gatewayCheckoutId: merchantOid,
    expiresAt: new Date(checkout.startedAt.getTime() + DAYS * DAY_MS),
  };
}

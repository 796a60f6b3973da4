import { toDecimalString } from '../../core/currency';
import { appUrl } from '../../platform/params';
import type { CheckoutSession } from '../../schema/payment';
import type { Checkout } from '../gateway';
import { paytrConfig } from './config';
import { toPaytrCurrency } from './currency';
import { getToken } from './get-token';
import { toMerchantOid } from './merchant-oid';
import { NO_PHONE, userIp } from './payer';
import { signedRequest } from './sign';

/** Minutes until PayTR gives the form up, its own default. */
export const LIFETIME_MINUTES = 30;

/** Gets a token for PayTR's iFrame form (its "iFrame API 1. Adım" documentation). */
export async function cardForm(checkout: Checkout): Promise<CheckoutSession> {
  const { apiUrl, isTest } = paytrConfig();
  const { paymentId, description, amount, currency, customer, maxInstallment } = checkout;
  const merchantOid = toMerchantOid(checkout);
  const returnUrl = `${appUrl()}/payments/${paymentId}`;
  const token = await getToken({
    ...signedRequest('cardForm', {
      user_ip: userIp(checkout.ipAddress),
      merchant_oid: merchantOid,
      email: customer.email,
      payment_amount: String(amount),
      user_basket: basket(description, toDecimalString(amount, currency)),
      no_installment: maxInstallment === 1 ? '1' : '0',
      max_installment: maxInstallment === null || maxInstallment === 1 ? '0' : String(maxInstallment),
      currency: toPaytrCurrency(currency),
      test_mode: isTest ? '1' : '0',
    }),
    user_name: customer.name.slice(0, 60),
    user_address: customer.address.slice(0, 400),
    user_phone: NO_PHONE,
    merchant_ok_url: returnUrl,
    merchant_fail_url: returnUrl,
    timeout_limit: String(LIFETIME_MINUTES),
    lang: customer.locale,
  });
  return {
    kind: 'IFRAME',
    method: 'card',
    url: `${apiUrl}/odeme/guvenli/${token}`,
    gatewayCheckoutId: merchantOid,
    expiresAt: new Date(checkout.startedAt.getTime() + LIFETIME_MINUTES * 60_000),
  };
}

/** One line for all that is paid: name, unit price as a decimal, quantity. */
export function basket(name: string, price: string): string {
  return Buffer.from(JSON.stringify([[name, price, 1]])).toString('base64');
}

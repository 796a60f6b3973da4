import { toDecimalString } from '../../core/currency';
import { appUrl } from '../../platform/params';
import type { Checkout } from '../gateway';
import { basket } from './card-form';
import { paytrConfig, recurringAmountFormat } from './config';
import { toPaytrCurrency } from './currency';
import { toMerchantOid } from './merchant-oid';
import { NO_PHONE, userIp } from './payer';
import { signedRequest } from './sign';

/** A payment by PayTR's Direct API, whoever enters the card. */
export type DirectPayment = Pick<
  Checkout,
  'paymentId' | 'userId' | 'invoiceIds' | 'description' | 'amount' | 'currency' | 'customer' | 'ipAddress'
>;

/**
 * What every payment by the Direct API posts, without the card (PayTR's "Direkt API 1. Adım"). In one amount: installments
 * are chosen in its iFrame.
 * @param has3dSecure Whether the bank asks the customer, who must be there for it.
 */
export function directFields(payment: DirectPayment, has3dSecure: boolean): Record<string, string> {
  const { paymentId, amount, currency, customer, description } = payment;
  const price = toDecimalString(amount, currency);
  const returnUrl = `${appUrl()}/api/payments/${paymentId}/return`;
  const signed = signedRequest('direct', {
    user_ip: userIp(payment.ipAddress),
    merchant_oid: toMerchantOid(payment),
    email: customer.email,
    payment_amount: recurringAmountFormat() === 'decimal' ? price : String(amount),
    payment_type: 'card',
    installment_count: '0',
    currency: toPaytrCurrency(currency),
    test_mode: paytrConfig().isTest ? '1' : '0',
    non_3d: has3dSecure ? '0' : '1',
  });
  return {
    ...signed,
    user_name: customer.name.slice(0, 60),
    user_address: customer.address.slice(0, 400),
    user_phone: NO_PHONE,
    user_basket: basket(description, price),
    merchant_ok_url: returnUrl,
    merchant_fail_url: returnUrl,
    client_lang: customer.locale,
  };
}

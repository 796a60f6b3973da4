import * as z from 'zod';
import { BillingError } from '../../platform/errors';
import { configured, params, secrets } from '../../platform/params';

export function paytrConfig() {
  return {
    apiUrl: params.paytrApiUrl.value().replace(/\/$/, ''),
    merchantId: configured('PAYTR_MERCHANT_ID', params.paytrMerchantId.value()),
    merchantKey: configured('PAYTR_MERCHANT_KEY', secrets.paytrMerchantKey.value()),
    merchantSalt: configured('PAYTR_MERCHANT_SALT', secrets.paytrMerchantSalt.value()),
    isTest: params.paytrTestMode.value() === '1',
  };
}

/** Whether PayTR has granted the merchant card storage and recurring payments, and so cards are kept there. */
export function keepsCards(): boolean {
  return params.paytrStoredCards.value() === '1';
}

/**
 * How the amount of a payment by the Direct API is written: its documentation says `decimal` (100.99), merchants report
 * `minor` (10099).
 */
export function recurringAmountFormat(): 'decimal' | 'minor' {
  const parsed = z.enum(['decimal', 'minor']).safeParse(params.paytrRecurringAmount.value());
  if (parsed.success) return parsed.data;
  throw new BillingError('GATEWAY_NOT_CONFIGURED', { missing: 'PAYTR_RECURRING_AMOUNT' });
}

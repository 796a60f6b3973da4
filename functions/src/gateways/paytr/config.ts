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

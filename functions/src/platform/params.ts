import { defineBoolean, defineSecret, defineString } from 'firebase-functions/params';
import { BillingError } from './errors';

export const REGION = 'europe-west1';

/** Kept in Secret Manager; a function reads only those that it is deployed with. */
export const secrets = {
  stripeSecretKey: defineSecret('STRIPE_SECRET_KEY'),
  stripeWebhookSecret: defineSecret('STRIPE_WEBHOOK_SECRET'),
  paytrMerchantKey: defineSecret('PAYTR_MERCHANT_KEY'),
  paytrMerchantSalt: defineSecret('PAYTR_MERCHANT_SALT'),
  smtpPassword: defineSecret('SMTP_PASSWORD'),
};

/** Settings of a deployment, asked for by `firebase deploy` and kept in `functions/.env.<project>`. */
export const params = {
  appUrl: defineString('APP_URL', {
    input: {
      text: {
        example: 'https://billing.example.com',
        validationRegex: '^https?://[^/]+$',
        validationErrorMessage:
          'An origin without a path or a slash at the end, such as https://billing.example.com',
      },
    },
  }),
  /** Whether callables take calls from our own app only, as Firebase App Check attests. */
  enforceAppCheck: defineBoolean('ENFORCE_APP_CHECK', { default: false }),
  stripeApiUrl: defineString('STRIPE_API_URL', { default: 'https://api.stripe.com' }),
  stripePaymentMethodTypes: defineString('STRIPE_PAYMENT_METHOD_TYPES', { default: '' }),
  /** Whether Stripe bills the renewals of new subscriptions whose customers pay there by a kept card. */
  stripeBilling: defineBoolean('STRIPE_BILLING', { default: false }),
  paytrApiUrl: defineString('PAYTR_API_URL', { default: 'https://www.paytr.com' }),
  paytrMerchantId: defineString('PAYTR_MERCHANT_ID', { default: '' }),
  paytrTestMode: defineString('PAYTR_TEST_MODE', { default: '1' }),
  paytrStoredCards: defineString('PAYTR_STORED_CARDS', { default: '0' }),
  paytrRecurringAmount: defineString('PAYTR_RECURRING_AMOUNT', { default: 'decimal' }),
  installmentMode: defineString('INSTALLMENT_MODE', { default: 'addOn' }),
  numberPrefix: defineString('INVOICE_NUMBER_PREFIX', { default: 'HYB' }),
  creditNoteNumberPrefix: defineString('CREDIT_NOTE_NUMBER_PREFIX', { default: 'HYB-CN' }),
  numberReset: defineString('INVOICE_NUMBER_RESET', { default: 'never' }),
  sellerName: defineString('SELLER_NAME', { default: '' }),
  sellerAddress: defineString('SELLER_ADDRESS', { default: '' }),
  sellerCountry: defineString('SELLER_COUNTRY', { default: 'TR' }),
  sellerTaxOffice: defineString('SELLER_TAX_OFFICE', { default: '' }),
  sellerTaxId: defineString('SELLER_TAX_ID', { default: '' }),
  sellerEmail: defineString('SELLER_EMAIL', { default: '' }),
  /** Empty where the Trigger Email extension sends the mails, or nobody. */
  smtpHost: defineString('SMTP_HOST', { default: '' }),
  smtpPort: defineString('SMTP_PORT', { default: '587' }),
  smtpSecurity: defineString('SMTP_SECURITY', { default: 'starttls' }),
  smtpUser: defineString('SMTP_USER', { default: '' }),
  mailFrom: defineString('MAIL_FROM', { default: '' }),
};

/** Where customers reach the portal, without a slash at the end. */
export function appUrl(): string {
  return params.appUrl.value().replace(/\/$/, '');
}

/**
 * A setting that a gateway cannot work without: an empty secret would sign and verify anything.
 * @throws BillingError GATEWAY_NOT_CONFIGURED, naming the setting.
 */
export function configured(name: string, value: string): string {
  if (value.trim() === '') throw new BillingError('GATEWAY_NOT_CONFIGURED', { missing: name });
  return value;
}

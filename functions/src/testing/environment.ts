import './captured-logs';
import { randomBytes } from 'node:crypto';

/**
 * What the deployed functions find in their environment, for one test file: a Firestore project of its own in the
 * shared emulator, and made-up keys. Import it before anything that reads a setting.
 */
export const projectId = `demo-${randomBytes(6).toString('hex')}`;

export const testKeys = {
  STRIPE_SECRET_KEY: 'sk_test_functions',
  STRIPE_WEBHOOK_SECRET: 'whsec_functions',
  PAYTR_MERCHANT_ID: '100000',
  PAYTR_MERCHANT_KEY: 'functions-merchant-key',
  PAYTR_MERCHANT_SALT: 'functions-merchant-salt',
};

Object.assign(process.env, testKeys, {
  GCLOUD_PROJECT: projectId,
  // Without it the Google client asks the cloud's metadata server who it is.
  METADATA_SERVER_DETECTION: 'none',
  FIREBASE_CONFIG: JSON.stringify({ projectId }),
  APP_URL: 'http://127.0.0.1:5000',
  STRIPE_API_URL: 'http://127.0.0.1:1',
  PAYTR_API_URL: 'http://127.0.0.1:1',
  PAYTR_TEST_MODE: '1',
  INVOICE_NUMBER_PREFIX: 'HYB',
  CREDIT_NOTE_NUMBER_PREFIX: 'HYB-CN',
  INVOICE_NUMBER_RESET: 'never',
  SELLER_NAME: 'Hyble Bulut A.Ş.',
  SELLER_ADDRESS: 'Büyükdere Caddesi 1\n34394 İstanbul',
  SELLER_COUNTRY: 'TR',
  SELLER_TAX_OFFICE: 'Zincirlikuyu',
  SELLER_TAX_ID: '1234567890',
  SELLER_EMAIL: 'fatura@hyble.example',
});

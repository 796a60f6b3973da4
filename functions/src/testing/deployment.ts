/** Made-up keys of a deployment, told apart by `name` so that tests and benchmarks never sign for one another. */
export const gatewayKeys = (name: string) => ({
  STRIPE_SECRET_KEY: `sk_test_${name}`,
  STRIPE_WEBHOOK_SECRET: `whsec_${name}`,
  PAYTR_MERCHANT_ID: '100000',
  PAYTR_MERCHANT_KEY: `${name}-merchant-key`,
  PAYTR_MERCHANT_SALT: `${name}-merchant-salt`,
});

/** What deployed functions find in their environment, keys aside; no gateway answers at these addresses. */
export const deploymentOf = (projectId: string, appUrl: string) => ({
  GCLOUD_PROJECT: projectId,
  FIREBASE_CONFIG: JSON.stringify({ projectId }),
  // Without it the Google client asks the cloud's metadata server who it is, which takes seconds where there is none.
  METADATA_SERVER_DETECTION: 'none',
  APP_URL: appUrl,
  STRIPE_API_URL: 'http://127.0.0.1:1',
  PAYTR_API_URL: 'http://127.0.0.1:1',
  PAYTR_TEST_MODE: '1',
  PAYTR_STORED_CARDS: '0',
  PAYTR_RECURRING_AMOUNT: 'decimal',
  INSTALLMENT_MODE: 'addOn',
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

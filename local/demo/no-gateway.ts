/**
 * Settings of a Stripe that nobody answers for: the demo's past asks no gateway for anything, since its one kept card is
 * refused by its date. The functions only want to know that Stripe is in test mode.
 */
export const noGatewaySettings = {
  STRIPE_SECRET_KEY: 'sk_test_demo',
  STRIPE_API_URL: 'http://127.0.0.1:9',
} as const;

import { gatewaySettings, paytrStoredCards, STAND_INS } from './gateway-settings';

const PAYTR = { PAYTR_MERCHANT_ID: '1', PAYTR_MERCHANT_KEY: 'k', PAYTR_MERCHANT_SALT: 's' };

test.each([
  ['nothing set', {}],
  ['empty variables', { STRIPE_SECRET_KEY: '', PAYTR_MERCHANT_ID: '' }],
  ['a webhook secret without a key', { STRIPE_WEBHOOK_SECRET: 'whsec_1' }],
])('%s means the stand-ins', (_label, environment) => {
  expect(gatewaySettings(environment)).toEqual(STAND_INS);
});

test('full accounts are used', () => {
  const stripe = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' };
  expect(gatewaySettings({ ...stripe, ...PAYTR })).toEqual({
    stripe: { secretKey: 'sk_test_1', webhookSecret: 'whsec_1' },
    paytr: { merchantId: '1', merchantKey: 'k', merchantSalt: 's', keepsCards: false },
  });
});

test.each([
  ['at the stand-in', {}, '1'],
  ['with an account that PayTR has not granted it', PAYTR, '0'],
  ['with an account that PayTR has granted it', { ...PAYTR, PAYTR_STORED_CARDS: '1' }, '1'],
])('cards are kept %s: %j is %s', (_label, environment, expected) => {
  expect(paytrStoredCards(gatewaySettings(environment))).toBe(expected);
});

test.each([
  [
    'a live secret key',
    { STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' },
    'never move real money',
  ],
  [
    'a live restricted key',
    { STRIPE_SECRET_KEY: 'rk_live_1', STRIPE_WEBHOOK_SECRET: 'w' },
    'never move real money',
  ],
  ['a publishable key', { STRIPE_SECRET_KEY: 'pk_test_1' }, 'STRIPE_SECRET_KEY must be'],
  ['a key without its webhook secret', { STRIPE_SECRET_KEY: 'sk_test_1' }, 'STRIPE_WEBHOOK_SECRET is needed'],
  ['half a PayTR account', { ...PAYTR, PAYTR_MERCHANT_SALT: '' }, 'not set: PAYTR_MERCHANT_SALT'],
])('%s is refused', (_label, environment, message) => {
  expect(() => gatewaySettings(environment)).toThrow(message);
});

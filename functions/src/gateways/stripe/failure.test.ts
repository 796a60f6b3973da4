import { failureOf, gatewayReasonOf, offSessionFailureOf } from './failure';

test.each([
  ['insufficient_funds', 'FUNDS'],
  ['card_velocity_exceeded', 'FUNDS'],
  ['withdrawal_count_limit_exceeded', 'FUNDS'],
  ['incorrect_number', 'WRONG_DATA'],
  ['invalid_number', 'WRONG_DATA'],
  ['incorrect_cvc', 'WRONG_DATA'],
  ['invalid_cvc', 'WRONG_DATA'],
  ['incorrect_zip', 'WRONG_DATA'],
  ['invalid_expiry_month', 'WRONG_DATA'],
  ['invalid_expiry_year', 'WRONG_DATA'],
  ['expired_card', 'EXPIRED_CARD'],
  ['authentication_required', 'AUTHENTICATION_FAILED'],
  ['authentication_not_handled', 'AUTHENTICATION_REQUIRED'],
  ['card_not_supported', 'NOT_ALLOWED'],
  ['transaction_not_allowed', 'NOT_ALLOWED'],
  ['service_not_allowed', 'NOT_ALLOWED'],
  ['currency_not_supported', 'CURRENCY'],
  ['processing_error', 'OUTAGE'],
  ['reenter_transaction', 'OUTAGE'],
  ['try_again_later', 'OUTAGE'],
  ['issuer_not_available', 'OUTAGE'],
  ['generic_decline', 'GENERAL'],
  ['do_not_honor', 'GENERAL'],
  ['a_code_of_tomorrow', 'GENERAL'],
])('decline code %s is %s', (decline_code, failure) => {
  expect(failureOf({ code: 'card_declined', decline_code })).toBe(failure);
});

test.each(['lost_card', 'stolen_card', 'fraudulent', 'merchant_blacklist', 'pickup_card'])(
  'a thief learns nothing from %s',
  (decline_code) => {
    expect(failureOf({ code: 'card_declined', decline_code })).toBe('GENERAL');
  },
);

test.each([
  [
    'an error without a decline code',
    { code: 'payment_intent_authentication_failure' },
    'AUTHENTICATION_FAILED',
  ],
  ['an error without any code', {}, 'GENERAL'],
  ['no error', null, 'GENERAL'],
  ['a name that every object has', { code: 'constructor' }, 'GENERAL'],
])('%s', (_edge, error, failure) => {
  expect(failureOf(error)).toBe(failure);
});

test('staff see Stripe’s own words', () => {
  const error = { code: 'card_declined', decline_code: 'stolen_card', message: 'Your card was declined.' };
  expect(gatewayReasonOf(error)).toEqual({ code: 'stolen_card', message: 'Your card was declined.' });
  expect(gatewayReasonOf({ code: 'expired_card' })).toEqual({ code: 'expired_card', message: '' });
  expect(gatewayReasonOf(null)).toBeNull();
});

test.each([
  ['a bank that wants to see the customer', { code: 'authentication_required' }, 'AUTHENTICATION_REQUIRED'],
  [
    'the same as a decline',
    { code: 'card_declined', decline_code: 'authentication_required' },
    'AUTHENTICATION_REQUIRED',
  ],
  ['any other decline', { code: 'card_declined', decline_code: 'insufficient_funds' }, 'FUNDS'],
  ['no error', null, 'GENERAL'],
])('while the customer is away: %s', (_edge, error, failure) => {
  expect(offSessionFailureOf(error)).toBe(failure);
});

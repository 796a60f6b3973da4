import { errorCode } from '../schema/errors';
import { publicError } from './error-catalogue';
import { BillingError } from './errors';

/** Every fact that any of the errors is thrown with. */
const FACTS = { problems: 'items: too few', missing: 'address', gateway: 'stripe', currency: 'KWD' };

describe.each(errorCode.options)('%s', (code) => {
  test.each([
    ['without facts', {}],
    ['with facts', FACTS],
  ])('is told in a whole sentence %s', (_edge, facts) => {
    const { message } = publicError(new BillingError(code, facts));
    expect(message).toMatch(/^\S.*[^.\s]\.$/);
    expect(message).not.toMatch(/undefined|null|NaN|\[object|\.\.|: \./);
  });

  test('has an HTTP status that says it is an error', () => {
    const { http } = publicError(new BillingError(code));
    expect(http).toBeGreaterThanOrEqual(400);
    expect(http).toBeLessThanOrEqual(503);
  });
});

test.each(['PAYMENT_NOT_FOUND', 'AMOUNT_MISMATCH', 'TEST_MODE_MISMATCH', 'INTERNAL'] as const)(
  '%s makes a gateway send again',
  (code) => {
    expect(publicError(new BillingError(code)).http).toBeGreaterThanOrEqual(500);
  },
);

test.each([
  ['INVALID_REQUEST', 'items: too few'],
  ['SELLER_INCOMPLETE', 'address'],
  ['BUYER_INCOMPLETE', 'address'],
  ['CURRENCY_UNSUPPORTED', 'KWD'],
] as const)('%s names what is wrong', (code, fact) => {
  expect(publicError(new BillingError(code, FACTS)).message).toContain(fact);
});

import { createHmac } from 'node:crypto';
import { isSignedCallback, sign, tokenOf } from './sign';

const keys = { merchantKey: 'merchant-key', merchantSalt: 'merchant-salt' };

/** PayTR's rule, written out: Base64 of HMAC-SHA256 of one literal string. */
const byHand = (text: string) => createHmac('sha256', 'merchant-key').update(text, 'utf8').digest('base64');

const request = {
  merchant_id: '100000',
  user_ip: '203.0.113.7',
  merchant_oid: 'PAY1INV1USER1',
  email: 'ayse@customer.example',
  payment_amount: '12000',
  user_basket: 'W1siSFlCLTIwMjYwMy0wMDAxIiwiMTIwLjAwIiwxXV0=',
  no_installment: '0',
  max_installment: '0',
  currency: 'TL',
  test_mode: '1',
};

test('a token request is signed in the order of the documentation, the salt last', () => {
  expect(tokenOf('cardForm', request, keys)).toBe(
    byHand(
      '100000203.0.113.7PAY1INV1USER1ayse@customer.example12000' +
        'W1siSFlCLTIwMjYwMy0wMDAxIiwiMTIwLjAwIiwxXV0=00TL1merchant-salt',
    ),
  );
});

test('a transfer’s form is signed with its kind, and without a basket', () => {
  const fields = { ...request, payment_type: 'eft' };
  expect(tokenOf('transferForm', fields, keys)).toBe(
    byHand('100000203.0.113.7PAY1INV1USER1ayse@customer.example12000eft1merchant-salt'),
  );
});

test('a BIN stands before the merchant, a card before its customer', () => {
  expect(tokenOf('bin', { bin_number: '435508', merchant_id: '100000' }, keys)).toBe(
    byHand('435508100000merchant-salt'),
  );
  expect(tokenOf('cardDelete', { utoken: 'U1', ctoken: 'C1' }, keys)).toBe(byHand('C1U1merchant-salt'));
});

test('the order in which the fields are written down does not matter', () => {
  const otherOrder = Object.fromEntries(Object.entries(request).reverse()) as typeof request;
  expect(tokenOf('cardForm', otherOrder, keys)).toBe(tokenOf('cardForm', request, keys));
});

test('text is signed as UTF-8', () => {
  expect(sign(['ışık', 'İ'], 'merchant-key')).toBe(byHand('ışıkİ'));
});

test('a vector computed outside this project (openssl dgst -sha256 -hmac merchant-key -binary | base64)', () => {
  expect(sign(['PAY1', 'merchant-salt', 'success', '12000'], 'merchant-key')).toBe(OPENSSL_VECTOR);
});

const OPENSSL_VECTOR = 'llDWtCVXNPEpVWmoTsd/eDD2U628VGYj7++hV/X2LNc=';

describe('a callback', () => {
  const notice = { merchant_oid: 'PAY1', status: 'success', total_amount: '12000' };
  const hash = byHand('PAY1merchant-saltsuccess12000');

  test('is signed with the salt in second place', () => {
    expect(isSignedCallback({ ...notice, hash }, keys)).toBe(true);
  });

  test.each([
    ['another order', { merchant_oid: 'PAY2' }, keys],
    ['another status', { status: 'failed' }, keys],
    ['another amount', { total_amount: '1' }, keys],
    ['an empty hash', { hash: '' }, keys],
    ['a hash that is too short', { hash: hash.slice(0, -1) }, keys],
    [
      'a hash of the same length',
      { hash: `A${hash.slice(1)}` === hash ? `B${hash.slice(1)}` : `A${hash.slice(1)}` },
      keys,
    ],
    ['a hash with the salt last', { hash: byHand('PAY1success12000merchant-salt') }, keys],
    ['another key', {}, { ...keys, merchantKey: 'other' }],
    ['another salt', {}, { ...keys, merchantSalt: 'other' }],
  ])('with %s is refused', (_edge, override, withKeys) => {
    expect(isSignedCallback({ ...notice, hash, ...override }, withKeys)).toBe(false);
  });
});

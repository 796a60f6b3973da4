import { createHmac } from 'node:crypto';
import {
  binToken,
  callbackHash,
  iframeToken,
  ratesToken,
  refundToken,
  sameSignature,
  statusToken,
} from './sign';

const merchant = { merchantId: '1', merchantKey: 'K', merchantSalt: 'SALT' };
const hmac = (text: string) => createHmac('sha256', 'K').update(text).digest('base64');

/** Every field posted, each with a value that shows where it lands in the signed text. */
const fields = {
  test_mode: '<test>',
  currency: '<cur>',
  max_installment: '<max>',
  no_installment: '<no>',
  user_basket: '<basket>',
  payment_amount: '<amount>',
  email: '<mail>',
  merchant_oid: '<oid>',
  user_ip: '<ip>',
  merchant_id: '<id>',
  user_name: 'not signed',
};

test.each([
  [
    'iFrame token',
    iframeToken(merchant, fields),
    '<id><ip><oid><mail><amount><basket><no><max><cur><test>SALT',
  ],
  [
    'iFrame token of fields not sent',
    iframeToken(merchant, { merchant_id: '1', email: 'a@b.c' }),
    '1a@b.cSALT',
  ],
  ['callback, salt second', callbackHash(merchant, 'oid9', 'success', '3456'), 'oid9SALTsuccess3456'],
  ['status inquiry', statusToken(merchant, 'oid9'), '1oid9SALT'],
  ['refund, amount as posted', refundToken(merchant, 'oid9', '10.20'), '1oid910.20SALT'],
  ['instalment rates', ratesToken(merchant, 'r7'), '1r7SALT'],
  ['BIN, BIN first', binToken(merchant, '43550843'), '435508431SALT'],
  ['Turkish letters as UTF-8', statusToken(merchant, 'şığ'), '1şığSALT'],
])('%s', (_name, signature, signedText) => {
  expect(signature).toBe(hmac(signedText));
});

test.each([
  ['equal', 'abc=', 'abc=', true],
  ['another letter', 'abd=', 'abc=', false],
  ['shorter', 'abc', 'abc=', false],
  ['empty', '', 'abc=', false],
])('comparison of signatures: %s', (_name, left, right, same) => {
  expect(sameSignature(left, right)).toBe(same);
});

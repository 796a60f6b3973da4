import { openPage, pay } from './customer';
import { testCards } from './test-cards';
import { basket, signed, startTestShop, tokenFields, type TestShop } from './test-shop';

const PATH = '/odeme/api/get-token';
let shop: TestShop;

beforeAll(async () => {
  shop = await startTestShop();
});
afterAll(() => shop.close());

describe('a request that follows the rules gets a token', () => {
  test.each([
    ['every field given', {}],
    ['order number of 64 letters and digits', { merchant_oid: 'A1b2'.repeat(16) }],
    ['IPv6', { user_ip: '2001:db8:85a3::8a2e:370:7334' }],
    ['smallest amount', { payment_amount: '1' }],
    ['currency empty (lira)', { currency: '' }],
    ['currency TRY', { currency: 'TRY' }],
    ['currency EUR', { currency: 'EUR' }],
    ['single payment only', { no_installment: '1' }],
    ['at most 2 instalments', { max_installment: '2' }],
    ['at most 12 instalments', { max_installment: '12' }],
    ['live mode', { test_mode: '0' }],
    ['mode not said', { test_mode: '' }],
    ['English', { lang: 'en' }],
    ['longest e-mail', { email: `${'a'.repeat(90)}@b.example` }],
    ['address on this machine', { merchant_ok_url: 'http://127.0.0.1:5000/ok' }],
    [
      'two lines, price without places',
      {
        user_basket: basket([
          ['İğne', '18', 2],
          ['Ğ', '0.5', 1],
        ]),
      },
    ],
    [
      'only the required fields',
      {
        user_name: '',
        user_address: '',
        user_phone: '',
        merchant_ok_url: '',
        merchant_fail_url: '',
        timeout_limit: '',
        debug_on: '',
        lang: '',
      },
    ],
  ])('%s', async (_name, changes) => {
    const answer = await shop.post(PATH, signed({ ...tokenFields('valid1'), ...changes }));
    expect(answer).toEqual({ status: 'success', token: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  });
});

describe('a broken rule is refused by the field’s name', () => {
  const required = [
    'merchant_id',
    'user_ip',
    'merchant_oid',
    'email',
    'payment_amount',
    'user_basket',
    'no_installment',
    'max_installment',
  ];
  test.each(required)('%s missing', async (field) => {
    const answer = await shop.post(PATH, signed({ ...tokenFields('missing1'), [field]: '' }));
    expect(answer).toEqual({ status: 'failed', reason: `${field} gonderilmedi` });
  });

  test.each([
    ['merchant_id', 'letters', 'abc'],
    ['merchant_id', 'of another merchant', '654321'],
    ['user_ip', 'no address', 'localhost'],
    ['user_ip', 'two addresses', '1.2.3.4, 5.6.7.8'],
    ['merchant_oid', '65 characters', 'a'.repeat(65)],
    ['merchant_oid', 'a hyphenated UUID', '0b31c1b2-3f6e-4f0e-9a57-5d0c6f1f3a11'],
    ['merchant_oid', 'a Turkish letter', 'sipariş1'],
    ['email', 'no @', 'ayse.example.com'],
    ['email', '101 characters', `${'a'.repeat(92)}@b.example`],
    ['payment_amount', 'zero', '0'],
    ['payment_amount', 'negative', '-100'],
    ['payment_amount', 'a decimal', '10.00'],
    ['payment_amount', 'thousands separated', '1,000'],
    ['user_basket', 'plain JSON, not base64', '[["a","1.00",1]]'],
    ['user_basket', 'base64 of no JSON', Buffer.from('basket').toString('base64')],
    ['user_basket', 'an object', basket({ name: 'a' })],
    ['user_basket', 'no lines', basket([])],
    ['user_basket', 'price as a number', basket([['a', 18, 1]])],
    ['user_basket', 'price with a comma', basket([['a', '18,00', 1]])],
    ['user_basket', 'quantity as a string', basket([['a', '18.00', '1']])],
    ['user_basket', 'quantity zero', basket([['a', '18.00', 0]])],
    ['user_basket', 'line too short', basket([['a', '18.00']])],
    ['user_basket', 'nameless line', basket([['', '18.00', 1]])],
    ['no_installment', 'a word', 'true'],
    ['max_installment', 'one', '1'],
    ['max_installment', 'thirteen', '13'],
    ['currency', 'not taken', 'JPY'],
    ['currency', 'lower case', 'try'],
    ['test_mode', 'a word', 'yes'],
    ['debug_on', 'two', '2'],
    ['lang', 'not spoken', 'de'],
    ['timeout_limit', 'zero', '0'],
    ['timeout_limit', 'a fraction', '1.5'],
    ['user_name', '61 characters', 'ş'.repeat(61)],
    ['user_address', '401 characters', 'a'.repeat(401)],
    ['user_phone', '21 characters', '0'.repeat(21)],
    ['merchant_ok_url', 'no scheme', 'shop.example/ok'],
    ['merchant_ok_url', 'a script', 'javascript:alert(1)'],
    ['merchant_fail_url', '401 characters', `https://shop.example/${'a'.repeat(380)}`],
  ])('%s: %s', async (field, _edge, value) => {
    const answer = await shop.post(PATH, signed({ ...tokenFields('broken1'), [field]: value }));
    expect(answer).toEqual({ status: 'failed', reason: expect.stringMatching(`^${field} `) as string });
  });
});

describe('the signature', () => {
  test('missing', async () => {
    expect(await shop.post(PATH, tokenFields('sign1'))).toMatchObject({ reason: 'paytr_token gonderilmedi' });
  });

  test('of another key', async () => {
    const answer = await shop.post(PATH, { ...tokenFields('sign2'), paytr_token: 'bm90IHRoZSBoYXNo' });
    expect(answer).toEqual({ status: 'failed', reason: expect.stringMatching(/^paytr_token /) as string });
  });

  test.each([
    ['user_ip', '1.1.1.1'],
    ['merchant_oid', 'sign4'],
    ['email', 'x@example.com'],
    ['payment_amount', '1'],
    ['user_basket', basket([['Başka', '1.00', 1]])],
    ['no_installment', '1'],
    ['max_installment', '6'],
    ['currency', 'EUR'],
    ['test_mode', '0'],
  ])('breaks when %s is changed after signing', async (field, value) => {
    const answer = await shop.post(PATH, { ...signed(tokenFields('sign3')), [field]: value });
    expect(answer).toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/^paytr_token /) as string,
    });
  });

  test('a field posted twice does not count as posted', async () => {
    const body = new URLSearchParams(signed(tokenFields('sign5')));
    body.append('email', 'second@example.com');
    const response = await fetch(shop.paytr.url + PATH, { method: 'POST', body });
    expect(await response.json()).toMatchObject({ reason: 'email gonderilmedi' });
  });
});

test('asking again before payment gives a fresh token, and the old page closes', async () => {
  const first = await shop.openPayment('again1');
  const second = await shop.openPayment('again1');
  expect(second).not.toBe(first);
  expect((await openPage(first)).status).toBe(404);
  expect((await openPage(second)).status).toBe(200);
});

test('an order that was paid gets no second token', async () => {
  await pay(await shop.openPayment('paid1'), { card: testCards.visa });
  const answer = await shop.post(PATH, signed(tokenFields('paid1')));
  expect(answer).toMatchObject({
    status: 'failed',
    reason: expect.stringContaining('merchant_oid') as string,
  });
});

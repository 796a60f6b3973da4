import { binToken, ratesToken } from './sign';
import { testCards } from './test-cards';
import { merchant, startTestShop, type TestShop } from './test-shop';

let shop: TestShop;
beforeAll(async () => {
  shop = await startTestShop();
});
afterAll(() => shop.close());

const bin = (bin_number: string) =>
  shop.post('/odeme/api/bin-detail', {
    merchant_id: merchant.merchantId,
    bin_number,
    paytr_token: binToken(merchant, bin_number),
  });

describe('BIN', () => {
  test.each([
    [testCards.visa, 'credit', 'axess', 'VISA'],
    [testCards.mastercard, 'credit', 'world', 'MASTERCARD'],
    [testCards.troy, 'credit', 'bonus', 'TROY'],
    [testCards.debit, 'debit', 'none', 'VISA'],
  ] as const)('$label, by 6 and by 8 digits', async (card, cardType, brand, schema) => {
    const expected = {
      status: 'success',
      cardType,
      businessCard: 'n',
      bank: card.bank,
      brand,
      schema,
      allow_non3d: 'Y',
    };
    expect(await bin(card.number.slice(0, 6))).toEqual(expected);
    expect(await bin(card.number.slice(0, 8))).toEqual(expected);
  });

  test('a foreign card is not known', async () => {
    expect(await bin('41111111')).toEqual({ status: 'failed' });
  });

  test.each([
    ['7 digits', '4355084'],
    ['a whole card number', testCards.visa.number],
    ['letters', 'abcdef'],
    ['nothing', ''],
  ])('error: %s', async (_name, number) => {
    expect(await bin(number)).toMatchObject({ status: 'error', err_msg: expect.any(String) as string });
  });

  test.each([
    ['another merchant', { merchant_id: '9', paytr_token: 'x' }],
    ['wrong signature', { merchant_id: merchant.merchantId, paytr_token: 'x' }],
  ])('error: %s', async (_name, changes) => {
    const answer = await shop.post('/odeme/api/bin-detail', { bin_number: '435508', ...changes });
    expect(answer).toMatchObject({ status: 'error' });
  });
});

describe('instalment rates', () => {
  const ask = (request_id: string, changes: Record<string, string> = {}) =>
    shop.post('/odeme/taksit-oranlari', {
      merchant_id: merchant.merchantId,
      request_id,
      paytr_token: ratesToken(merchant, request_id),
      ...changes,
    });

  test('per family, for 2 to 12 instalments, in percent', async () => {
    const answer = await ask('r1');
    expect(answer).toMatchObject({ status: 'success', request_id: 'r1', max_inst_non_bus: '12' });
    const rates = answer.oranlar as Record<string, Record<string, number>>;
    expect(Object.keys(rates).sort()).toEqual(['axess', 'bonus', 'world']);
    expect(Object.keys(rates.world ?? {})).toHaveLength(11);
    expect(rates.world).toMatchObject({ taksit_2: 3.92, taksit_3: 5.43, taksit_12: 19.02 });
  });

  test.each([
    ['no request id', '', {}],
    ['request id of 33 characters', 'r'.repeat(33), {}],
    ['another merchant', 'r1', { merchant_id: '9' }],
    ['wrong signature', 'r1', { paytr_token: 'x' }],
  ])('error: %s', async (_name, requestId, changes) => {
    expect(await ask(requestId, changes)).toMatchObject({
      status: 'error',
      err_msg: expect.any(String) as string,
    });
  });
});

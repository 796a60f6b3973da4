import { pay } from './customer';
import { testCards } from './test-cards';
import { merchant, startTestShop, type TestShop } from './test-shop';

let shop: TestShop;
beforeAll(async () => {
  shop = await startTestShop({ now: () => new Date('2026-03-31T22:30:05Z') });
});
afterAll(() => shop.close());

test('a paid order, at Istanbul time, amounts without trailing zeros', async () => {
  await pay(await shop.openPayment('paid1', { payment_amount: '108050' }), { card: testCards.visa });
  expect(await shop.inquire('paid1')).toEqual({
    status: 'success',
    payment_amount: '1080.5',
    payment_total: '1080.5',
    payment_date: '2026-04-01 01:30:05',
    currency: 'TL',
    taksit: '0',
    kart_marka: 'AXESS',
    masked_pan: '435508******4358',
    odeme_tipi: 'KART',
    net_tutar: '1048.19',
    kesinti_tutari: '32.31',
    test_mode: '1',
    returns: [],
  });
});

test('instalments: the deduction holds commission and surcharge', async () => {
  await pay(await shop.openPayment('paid2'), { card: testCards.mastercard, instalments: 3 });
  expect(await shop.inquire('paid2')).toMatchObject({
    payment_amount: '1000',
    payment_total: '1054.3',
    taksit: '3',
    kart_marka: 'WORLD',
    net_tutar: '970.1',
    kesinti_tutari: '84.2',
  });
});

test('refunds are listed with their reference', async () => {
  await pay(await shop.openPayment('paid3'), { card: testCards.visa });
  await shop.paytr.deliverer.settled();
  await shop.refund('paid3', '10.25', 'ref1');
  await shop.refund('paid3', '1');
  expect((await shop.inquire('paid3')).returns).toEqual([
    {
      return_amount: '10.25',
      return_date: '2026-04-01 01:30:05',
      return_type: 'KISMI',
      reference_no: 'ref1',
    },
    { return_amount: '1', return_date: '2026-04-01 01:30:05', return_type: 'KISMI' },
  ]);
});

describe('004 where there is no successful payment', () => {
  test('unknown order', async () => {
    expect(await shop.inquire('nobody')).toMatchObject({ status: 'error', err_no: '004' });
  });
  test('order opened only', async () => {
    await shop.openPayment('opened1');
    expect(await shop.inquire('opened1')).toMatchObject({ err_no: '004' });
  });
  test('order whose card was declined', async () => {
    await pay(await shop.openPayment('declined1'), { card: testCards.fraud });
    expect(await shop.inquire('declined1')).toMatchObject({ err_no: '004' });
  });
});

test.each([
  ['nothing posted', {}, '001'],
  ['another merchant', { merchant_id: '9', merchant_oid: 'a', paytr_token: 'x' }, '002'],
  ['wrong signature', { merchant_id: merchant.merchantId, merchant_oid: 'a', paytr_token: 'x' }, '003'],
])('refused: %s', async (_name, fields, err_no) => {
  expect(await shop.post('/odeme/durum-sorgu', fields)).toMatchObject({ status: 'error', err_no });
});

import { pay } from './customer';
import { testCards, type TestCard } from './test-cards';
import { merchant, startTestShop, type TestShop } from './test-shop';

let shop: TestShop;
let now: Date;

beforeEach(async () => {
  now = new Date('2026-02-28T12:00:00Z');
  shop = await startTestShop({ now: () => now });
});
afterEach(() => shop.close());

async function paidOrder(card: TestCard = testCards.visa, instalments = 1): Promise<void> {
  await pay(await shop.openPayment('order1'), { card, instalments });
  await shop.paytr.deliverer.settled();
}

test('a part, with a reference', async () => {
  await paidOrder();
  expect(await shop.refund('order1', '10.25', 'refund1')).toEqual({
    status: 'success',
    is_test: '1',
    merchant_oid: 'order1',
    return_amount: '10.25',
    reference_no: 'refund1',
  });
});

test('parts up to what the customer paid, surcharge included, and not a kuruş more', async () => {
  await paidOrder(testCards.mastercard, 3);
  expect(await shop.refund('order1', '1000')).toMatchObject({ status: 'success' });
  expect(await shop.refund('order1', '54.31')).toMatchObject({ status: 'error', err_no: '009' });
  expect(await shop.refund('order1', '54.3')).toMatchObject({ status: 'success' });
  expect(await shop.refund('order1', '0.01')).toMatchObject({ status: 'error', err_no: '009' });
});

test('005 for an order never paid', async () => {
  await shop.openPayment('order1');
  expect(await shop.refund('order1', '1')).toMatchObject({ err_no: '005' });
  expect(await shop.refund('nobody', '1')).toMatchObject({ err_no: '005' });
});

test('007 until the callback of the sale is answered with OK', async () => {
  shop.paytr.deliverer.setFaults({ hold: true });
  await pay(await shop.openPayment('order1'), { card: testCards.visa });
  expect(await shop.refund('order1', '1')).toMatchObject({ err_no: '007' });
  await shop.paytr.deliverer.release();
  expect(await shop.refund('order1', '1')).toMatchObject({ status: 'success' });
});

test.each([
  ['on the last day of the year after', '2027-02-28T12:00:00Z', { status: 'success' }],
  ['a moment later', '2027-02-28T12:00:01Z', { status: 'error', err_no: '011' }],
])('over a year: %s', async (_name, later, expected) => {
  await paidOrder();
  now = new Date(later);
  expect(await shop.refund('order1', '1')).toMatchObject(expected);
});

test('000 once, then the same request is processed', async () => {
  await paidOrder(testCards.refundRetryLater);
  expect(await shop.refund('order1', '1')).toMatchObject({ err_no: '000' });
  expect(await shop.refund('order1', '1')).toMatchObject({ status: 'success' });
});

test('010 when the merchant’s balance does not cover it', async () => {
  await paidOrder(testCards.refundNoBalance);
  expect(await shop.refund('order1', '1')).toMatchObject({ err_no: '010' });
  expect((await shop.inquire('order1')).returns).toEqual([]);
});

test('an answer that is lost: the refund was made, and the status inquiry shows it', async () => {
  await paidOrder(testCards.refundAnswerLost);
  await expect(shop.refund('order1', '12.5', 'refund1')).rejects.toThrow();
  expect((await shop.inquire('order1')).returns).toEqual([
    expect.objectContaining({ return_amount: '12.5', reference_no: 'refund1' }),
  ]);
});

test.each([
  ['comma', '10,25'],
  ['three places', '1.005'],
  ['zero', '0.00'],
  ['negative', '-1'],
])('006 for an amount with %s', async (_name, amount) => {
  await paidOrder();
  expect(await shop.refund('order1', amount)).toMatchObject({ err_no: '006' });
});

test.each([
  ['hyphens', 'a-b'],
  ['65 characters', 'a'.repeat(65)],
])('006 for a reference with %s', async (_name, referenceNo) => {
  await paidOrder();
  expect(await shop.refund('order1', '1', referenceNo)).toMatchObject({ err_no: '006' });
});

test.each([
  ['nothing posted', {}, '001'],
  ['another merchant', { merchant_id: '9' }, '002'],
  ['wrong signature', { merchant_id: merchant.merchantId }, '003'],
])('refused: %s', async (_name, changes, err_no) => {
  const rest = { merchant_oid: 'order1', return_amount: '1', paytr_token: 'x' };
  const fields: Record<string, string> = Object.keys(changes).length > 0 ? { ...rest, ...changes } : {};
  expect(await shop.post('/odeme/iade', fields)).toMatchObject({ status: 'error', err_no });
});

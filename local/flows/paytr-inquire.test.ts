import '../../functions/src/testing/environment';
import { paytr } from '../../functions/src/gateways/paytr/adapter';
import { toMerchantOid } from '../../functions/src/gateways/paytr/merchant-oid';
import { returnedTotal } from '../../functions/src/gateways/paytr/status-inquiry';
import { testCards } from '../paytr/test-cards';
import type { AdapterHarness } from './paytr-adapter';
import { aCheckout, aPaidCheckout, inquiryOf, referenceOf, startAdapter, whileDown } from './paytr-adapter';

let standIn: AdapterHarness;
beforeAll(async () => {
  standIn = await startAdapter();
});
afterAll(() => standIn.close());

const OPEN = { fact: null, refundedTotal: null };

test('paid in three installments, of which a part went back', async () => {
  const checkout = aCheckout();
  const oid = await aPaidCheckout(standIn, checkout, { card: testCards.mastercard, instalments: 3 });
  await standIn.refundInPanel(oid, '10.5');
  expect(await paytr.inquire(inquiryOf(checkout))).toEqual({
    fact: {
      kind: 'PAYMENT_SUCCEEDED',
      payment: referenceOf(checkout),
      gatewayPaymentId: oid,
      amount: 12_000,
      charged: 12_652,
      currency: 'TRY',
      installment: 3,
      isTest: true,
      paytrHash: null,
    },
    refundedTotal: 1_050,
  });
});

test('the surcharge that goes back too is no part of what was paid for', async () => {
  const checkout = aCheckout();
  const oid = await aPaidCheckout(standIn, checkout, { card: testCards.mastercard, instalments: 3 });
  await standIn.refundInPanel(oid, '126.52');
  expect(await paytr.inquire(inquiryOf(checkout))).toMatchObject({ refundedTotal: 12_000 });
});

test('nothing is known of the checkout but our own ids: it is found', async () => {
  const checkout = aCheckout({ currency: 'EUR', invoiceIds: [] });
  await aPaidCheckout(standIn, checkout, { card: testCards.foreign });
  const answer = await paytr.inquire(inquiryOf(checkout, { gatewayCheckoutId: null }));
  expect(answer).toMatchObject({ fact: { kind: 'PAYMENT_SUCCEEDED', currency: 'EUR', installment: 1 } });
});

test('a form that is open has no news; once its time is over, the payment is abandoned', async () => {
  const checkout = aCheckout();
  await paytr.startCheckout(checkout);
  expect(await paytr.inquire(inquiryOf(checkout))).toEqual(OPEN);
  expect(await paytr.inquire(inquiryOf(checkout, { end: true }))).toEqual({
    fact: { kind: 'PAYMENT_FAILED', payment: referenceOf(checkout), reason: 'ABANDONED', isFinal: true },
    refundedTotal: null,
  });
});

test('an order that PayTR never heard of', async () => {
  expect(await paytr.inquire(inquiryOf(aCheckout()))).toEqual(OPEN);
});

test('no answer is no news, even at the end', async () => {
  const asked = whileDown(() => paytr.inquire(inquiryOf(aCheckout(), { end: true })));
  await expect(asked).rejects.toMatchObject({ code: 'GATEWAY_UNAVAILABLE' });
});

test('a refused question is no news either', async () => {
  const key = process.env.PAYTR_MERCHANT_KEY;
  process.env.PAYTR_MERCHANT_KEY = 'revoked';
  try {
    const asked = paytr.inquire(inquiryOf(aCheckout(), { end: true }));
    await expect(asked).rejects.toMatchObject({ code: 'GATEWAY_UNAVAILABLE' });
  } finally {
    process.env.PAYTR_MERCHANT_KEY = key;
  }
});

test.each<[string, unknown, number | null]>([
  ['a list', [{ return_amount: '10.25' }, { return_amount: '1' }], 1_125],
  ['numbers', [{ return_amount: 10.25 }], 1_025],
  ['Turkish separators', [{ return_amount: '1.010,25' }], 101_025],
  ['an object of them', { 0: { return_amount: '10.2' } }, 1_020],
  ['a list as JSON', '[{"return_amount":"10.25"}]', 1_025],
  ['an empty list', [], 0],
  ['an empty object', {}, 0],
  ['null', null, 0],
  ['left out', undefined, 0],
  ['empty text', '', 0],
  ['other text', 'yok', null],
  ['a refund without an amount', [{ return_date: '2026-03-10' }], null],
  ['an amount that cannot be read', [{ return_amount: '10.25' }, { return_amount: '10.255' }], null],
])('refunds told as %s', (_edge, returns, total) => {
  expect(returnedTotal(returns, 'TRY')).toBe(total);
});

describe('a notice that leaves out what was paid', () => {
  test.each([[['payment_amount']], [['currency']], [['payment_amount', 'currency', 'installment_count']]])(
    'is completed from PayTR’s books: without %s',
    async (without) => {
      const own = await startAdapter();
      try {
        const checkout = aCheckout();
        await aPaidCheckout(own, checkout, { card: testCards.mastercard, instalments: 3 });
        const [event] = await own.events(without);
        expect(event).toMatchObject({
          id: `${toMerchantOid(checkout)}_success`,
          fact: {
            kind: 'PAYMENT_SUCCEEDED',
            payment: referenceOf(checkout),
            amount: 12_000,
            charged: 12_652,
            currency: 'TRY',
            installment: 3,
            isTest: true,
            paytrHash: expect.any(String) as string,
          },
        });
      } finally {
        await own.close();
        process.env.PAYTR_API_URL = standIn.paytr.url;
      }
    },
  );
});

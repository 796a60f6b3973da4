import '../../functions/src/testing/environment';
import { PAYMENT_ID_LENGTH } from '../../functions/src/platform/ids';
import { minorUnits } from '../../functions/src/core/money';
import { paytr } from '../../functions/src/gateways/paytr/adapter';
import { pay } from '../paytr/customer';
import { testCards } from '../paytr/test-cards';
import type { AdapterHarness } from './paytr-adapter';
import { aCheckout, aPaidCheckout, aRefundId, startAdapter, whileDown } from './paytr-adapter';

/** A minute before midnight on 10 March, where the seller and PayTR are. */
const LATE = new Date('2026-03-10T20:59:00Z');
let now = LATE;
let standIn: AdapterHarness;
beforeEach(async () => {
  now = LATE;
  standIn = await startAdapter({ now: () => now });
});
afterEach(() => standIn.close());

const rowsOf = async (day: string) => [...(await paytr.dayReport(day))];

test('payments in one and in three, refunds of ours and of the panel, each on its day', async () => {
  const single = aCheckout();
  const byCard = await aPaidCheckout(standIn, single, { card: testCards.visa });
  const inEuro = await aPaidCheckout(standIn, aCheckout({ currency: 'EUR' }), { card: testCards.foreign });
  await paytr.refund({
    refundId: aRefundId(),
    paymentId: single.paymentId,
    gatewayPaymentId: byCard,
    amount: minorUnits(4_000),
    currency: 'TRY',
  });
  now = new Date('2026-03-10T21:00:00Z');
  const inThree = await aPaidCheckout(standIn, aCheckout(), { card: testCards.mastercard, instalments: 3 });
  await standIn.refundInPanel(byCard, '10.00');

  const row = (kind: string, gatewayPaymentId: string, amount: number, fee: number, currency = 'TRY') => ({
    kind,
    gatewayPaymentId,
    // An order number begins with it.
    paymentId: gatewayPaymentId.slice(0, PAYMENT_ID_LENGTH),
    amount,
    fee,
    currency,
  });
  // The stand-in keeps 2.99 %, and of installments what they cost.
  expect(await rowsOf('2026-03-10')).toEqual([
    row('PAYMENT', byCard, 12_000, 359),
    row('REFUND', byCard, 4_000, 0),
    row('PAYMENT', inEuro, 12_000, 359, 'EUR'),
  ]);
  expect(await rowsOf('2026-03-11')).toEqual([
    row('REFUND', byCard, 1_000, 0),
    row('PAYMENT', inThree, 12_652, 652 + 359),
  ]);
});

test('a day on which nothing happened', async () => {
  expect(await rowsOf('2026-03-10')).toEqual([]);
});

test('orders that are not ours are left out', async () => {
  const checkout = aCheckout({ paymentId: 'ORDER42', userId: 'x', invoiceIds: [] });
  const { url } = await paytr.startCheckout(checkout);
  await pay(url, { card: testCards.visa });
  expect(await rowsOf('2026-03-10')).toEqual([]);
});

test('no answer is no report', async () => {
  await expect(whileDown(() => paytr.dayReport('2026-03-10'))).rejects.toMatchObject({
    code: 'GATEWAY_UNAVAILABLE',
  });
});

test('a refused question is no empty report', async () => {
  await expect(paytr.dayReport('10.03.2026')).rejects.toMatchObject({ code: 'GATEWAY_UNAVAILABLE' });
});

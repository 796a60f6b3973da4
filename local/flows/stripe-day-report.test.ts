import '../../functions/src/testing/environment';
import type { CalendarDay } from '../../functions/src/core/calendar';
import { addDays, dayOf } from '../../functions/src/core/calendar';
import { minorUnits } from '../../functions/src/core/money';
import { stripe } from '../../functions/src/gateways/stripe/adapter';
import type { AdapterHarness } from './stripe-adapter';
import { aCheckout, agreeToDebit, aPaidCheckout, startAdapter } from './stripe-adapter';

let standIn: AdapterHarness;
beforeEach(async () => {
  standIn = await startAdapter();
});
afterEach(() => standIn.close());

/** The days of the seller's calendar on which the stand-in booked: one, or two at midnight. */
async function bookedDays(): Promise<CalendarDay[]> {
  const { data } = await standIn.dashboard.balanceTransactions.list({ limit: 100 });
  return [...new Set(data.map(({ created }) => dayOf(new Date(created * 1000))))].sort();
}

async function wholeReport() {
  const days = await bookedDays();
  return (await Promise.all(days.map((day) => stripe.dayReport(day)))).flat();
}

test('payments by card and debit, refunds of ours and of the dashboard; nothing of others', async () => {
  const { dashboard } = standIn;
  const checkout = aCheckout();
  const byCard = await aPaidCheckout(standIn, checkout);
  await stripe.refund({
    refundId: 'refund1',
    paymentId: checkout.paymentId,
    gatewayPaymentId: byCard,
    amount: minorUnits(4_000),
    currency: 'EUR',
  });
  await dashboard.refunds.create({ payment_intent: byCard, amount: 1_000 });

  const { url, gatewayCheckoutId } = await stripe.startCheckout(aCheckout());
  await agreeToDebit(url);
  const { payment_intent: byDebit } = await dashboard.checkout.sessions.retrieve(gatewayCheckoutId);
  await standIn.control('settle', { payment_intent: byDebit, outcome: 'succeeded' });

  const disputed = await aPaidCheckout(standIn, aCheckout());
  await standIn.control('dispute', { payment_intent: disputed });

  const theirs = await dashboard.paymentIntents.create({
    amount: 5_000,
    currency: 'eur',
    payment_method: 'pm_card_visa',
    allowed_payment_method_types: ['card'],
    confirm: true,
  });
  await dashboard.refunds.create({ payment_intent: theirs.id });

  const row = (kind: string, gatewayPaymentId: unknown, amount: number, fee: number) => ({
    kind,
    gatewayPaymentId,
    paymentId: null,
    amount,
    fee,
    currency: 'EUR',
  });
  // The stand-in's price: 2.9 % and 0.30.
  const rows = await wholeReport();
  expect(rows).toHaveLength(5);
  expect(rows).toEqual(
    expect.arrayContaining([
      row('PAYMENT', byCard, 12_000, 378),
      row('REFUND', byCard, 4_000, 0),
      row('REFUND', byCard, 1_000, 0),
      row('PAYMENT', byDebit, 12_000, 378),
      row('PAYMENT', disputed, 12_000, 378),
    ]),
  );
});

test('the days before and after are empty', async () => {
  await aPaidCheckout(standIn, aCheckout());
  const days = await bookedDays();
  expect(await stripe.dayReport(addDays(days[0] ?? '', -1))).toEqual([]);
  expect(await stripe.dayReport(addDays(days.at(-1) ?? '', 1))).toEqual([]);
});

test('no answer is no report', async () => {
  await standIn.control('faults', { api: { fail: 3, status: 500 } });
  await expect(stripe.dayReport('2026-03-10')).rejects.toMatchObject({ code: 'GATEWAY_UNAVAILABLE' });
});

import '../../functions/src/testing/environment';
import { randomUUID } from 'node:crypto';
import { dayOf } from '../../functions/src/core/calendar';
import { compareDay } from '../../functions/src/finance/compare-day';
import { reconcile } from '../../functions/src/finance/reconcile';
import { payment } from '../../functions/src/index';
import { firestore } from '../../functions/src/platform/firestore';
import { call, finance, signedIn } from '../../functions/src/testing/calls';
import {
  aCustomer,
  anIssuedInvoice,
  checkEverything,
  storedInvoice,
  storedPayment,
} from '../../functions/src/testing/world';
import { pay } from '../paytr/customer';
import type { Paytr } from '../paytr/server';
import { testCards } from '../paytr/test-cards';
import type { RunningStripe } from '../stripe/server';
import type { Wired } from './gateways';
import { wirePaytr, wireStripe } from './gateways';
import { checkoutOf } from './paytr-customer';
import { fillIn } from './stripe-adapter';

/** The morning's run over both gateways, two days after the payments that its report is of. */

const db = firestore();
const TWO_DAYS_MS = 48 * 60 * 60_000;
let stripe: Wired<RunningStripe>;
let paytr: Wired<Paytr>;

beforeAll(async () => {
  stripe = await wireStripe();
  paytr = await wirePaytr();
});
afterAll(async () => {
  await stripe.close();
  await paytr.close();
});
afterEach(checkEverything);

const inTwoDays = () => new Date(Date.now() + TWO_DAYS_MS);

async function paidAtStripe(): Promise<{ paymentId: string; invoiceId: string }> {
  const userId = await aCustomer({ country: 'DE', currency: 'EUR', locale: 'en' });
  const invoiceId = await anIssuedInvoice(userId);
  const request = { attemptId: randomUUID(), invoiceIds: [invoiceId] };
  const { paymentId, url } = await call(payment.checkout, request, signedIn(userId));
  if (url === null) throw new Error('there is no page');
  await fillIn(url, '4242424242424242');
  await stripe.settled();
  return { paymentId, invoiceId };
}

test('news that Stripe could not deliver is applied, fees are booked, and nothing is found twice', async () => {
  await stripe.control('faults', { drop: 100 });
  const { paymentId, invoiceId } = await paidAtStripe();
  await stripe.control('faults', { drop: 0 });
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'PENDING' });

  await reconcile(db, inTwoDays());
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID' });
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'SUCCEEDED' });
  expect((await storedPayment(paymentId)).fee).toBeGreaterThan(0);

  const before = await storedPayment(paymentId);
  await reconcile(db, inTwoDays());
  expect(await storedPayment(paymentId)).toEqual(before);
  expect((await db.collection('differences').get()).size).toBe(0);
});

test('PayTR’s only notice of a success got lost after a refused card: parked with the payment, settled by asking', async () => {
  const userId = await aCustomer();
  const invoiceId = await anIssuedInvoice(userId);
  const { paymentId, url } = await checkoutOf(userId, [invoiceId]);
  await pay(url, { card: testCards.insufficientFunds });
  await paytr.settled();
  await paytr.control('faults', { drop: 1 });
  await pay(url, { card: testCards.visa });
  await paytr.settled();
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'FAILED', gatewayPaymentId: null });

  // The report has the day of the sale when it is read the day after.
  await compareDay(db, 'paytr', dayOf(new Date()), new Date());
  const differences = await db.collection('differences').get();
  expect(differences.docs.map((doc) => doc.data())).toMatchObject([
    { kind: 'PAYMENT_NOT_SETTLED', gateway: 'paytr', paymentId, ours: 0, theirs: 12_000, status: 'OPEN' },
  ]);
  expect(await call(payment.check, { paymentId }, finance)).toEqual({ before: 'FAILED', after: 'SUCCEEDED' });
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
  expect(await compareDay(db, 'paytr', dayOf(new Date()), new Date())).toBe(0);
});

test('a gateway that is down does not keep the other from being reconciled', async () => {
  const { paymentId } = await paidAtStripe();
  const address = process.env.PAYTR_API_URL;
  process.env.PAYTR_API_URL = 'http://127.0.0.1:1';
  try {
    await expect(reconcile(db, inTwoDays())).rejects.toThrow(AggregateError);
  } finally {
    process.env.PAYTR_API_URL = address;
  }
  expect((await storedPayment(paymentId)).fee).toBeGreaterThan(0);
});

import '../../functions/src/testing/environment';
import { randomUUID } from 'node:crypto';
import { payment } from '../../functions/src/index';
import { call, finance, refusal, signedIn } from '../../functions/src/testing/calls';
import {
  aCustomer,
  anIssuedInvoice,
  checkEverything,
  storedInvoice,
} from '../../functions/src/testing/world';
import { dayOf } from '../../functions/src/core/calendar';
import type { RunningStripe } from '../stripe/server';
import type { Wired } from './gateways';
import { wireStripe } from './gateways';
import { fillIn } from './stripe-adapter';

let stripe: Wired<RunningStripe>;
let userId: string;
let invoiceId: string;

beforeAll(async () => {
  stripe = await wireStripe();
});
afterAll(() => stripe.close());
beforeEach(async () => {
  userId = await aCustomer({ country: 'DE', currency: 'EUR', locale: 'en' });
  invoiceId = await anIssuedInvoice(userId);
});
afterEach(async () => {
  await stripe.control('faults', { hold: false });
  await stripe.control('release', {});
  await stripe.settled();
  await checkEverything();
});

const VISA = '4242424242424242';

async function begun(): Promise<{ paymentId: string; url: string }> {
  const { paymentId, url } = await call(
    payment.checkout,
    { attemptId: randomUUID(), invoiceIds: [invoiceId] },
    signedIn(userId),
  );
  return { paymentId, url: url ?? '' };
}

test('a payment whose news is held up counts as paid once finance asks the gateway', async () => {
  await stripe.control('faults', { hold: true });
  const { paymentId, url } = await begun();
  await fillIn(url, VISA);
  expect(await call(payment.check, { paymentId }, finance)).toEqual({
    before: 'PENDING',
    after: 'SUCCEEDED',
  });
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountDue: 0 });
  // Asked again, nothing is new.
  expect(await call(payment.check, { paymentId }, finance)).toEqual({
    before: 'SUCCEEDED',
    after: 'SUCCEEDED',
  });
});

test('a page on which nobody has paid yet stays open', async () => {
  const { paymentId } = await begun();
  expect(await call(payment.check, { paymentId }, finance)).toEqual({ before: 'PENDING', after: 'PENDING' });
});

test('money that no gateway moved stands as it is', async () => {
  const { paymentId } = await call(
    payment.recordBankTransfer,
    {
      requestId: randomUUID(),
      invoiceIds: [invoiceId],
      amount: 12_000,
      currency: 'EUR',
      receivedOn: dayOf(new Date()),
    },
    finance,
  );
  expect(await call(payment.check, { paymentId }, finance)).toEqual({
    before: 'SUCCEEDED',
    after: 'SUCCEEDED',
  });
});

test('only staff may ask, and only about a payment that there is', async () => {
  const { paymentId } = await begun();
  expect(await refusal(call(payment.check, { paymentId }, signedIn(userId)))).toMatchObject({
    code: 'PERMISSION_DENIED',
  });
  expect(await refusal(call(payment.check, { paymentId: 'a'.repeat(20) }, finance))).toMatchObject({
    code: 'PAYMENT_MISSING',
  });
});

import { projectId } from '../../functions/src/testing/environment';
import { randomUUID } from 'node:crypto';
import { payment, wallet } from '../../functions/src/index';
import { send, stripeCallback } from '../../functions/src/testing/callbacks';
import { call, signedIn } from '../../functions/src/testing/calls';
import { anEvent, aPaymentIntent } from '../../functions/src/testing/stripe-factories';
import {
  aCustomer,
  anIssuedInvoice,
  checkEverything,
  storedInvoice,
  storedPayment,
} from '../../functions/src/testing/world';
import { toMetadata } from '../../functions/src/gateways/stripe/reference';
import { minorUnits } from '../../functions/src/core/money';
import type { RunningStripe } from '../stripe/server';
import type { Wired } from './gateways';
import { wireStripe } from './gateways';
import { walletOf, walletPartOf } from './hybrid-wallet';
import { clientOf } from './stripe-client';

/**
 * 100 € of which the wallet pays 20 € and the card 80 €, through the real functions, Firestore and Stripe's stand-in;
 * the callbacks of success, decline, expiry and success after expiry are sent ten times each.
 */
const COPIES = 10;
let stripe: Wired<RunningStripe>;
let userId: string;
let invoiceId: string;

beforeAll(async () => {
  stripe = await wireStripe();
});
afterAll(() => stripe.close());
beforeEach(async () => {
  await stripe.control('faults', { copies: 1 });
  userId = await aCustomer({ country: 'DE', currency: 'EUR', locale: 'en' });
  await payOn((await topUp(2_000)).url);
  await stripe.settled();
  const items = [{ description: 'Server', quantity: 1, unitPrice: minorUnits(10_000), taxRate: 0 }];
  invoiceId = await anIssuedInvoice(userId, { items });
});
afterEach(checkEverything);

/** From now on every callback is sent ten times at once. */
const repeated = () => stripe.control('faults', { copies: COPIES });

const VISA = '4242424242424242';
const NO_FUNDS = '4000000000009995';

const topUp = (amount: number) =>
  call(wallet.topUp, { attemptId: randomUUID(), currency: 'EUR', amount }, signedIn(userId));

const checkout = () =>
  call(
    payment.checkout,
    { attemptId: randomUUID(), invoiceIds: [invoiceId], useWallet: true },
    signedIn(userId),
  );

async function payOn(url: string | null, number = VISA): Promise<number> {
  const form = { number, expiry: '12/34', cvc: '123', name: 'Ada Lovelace' };
  const response = await fetch(url ?? '', {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
  await response.arrayBuffer();
  return response.status;
}

async function expire(paymentId: string): Promise<void> {
  const { gatewayCheckoutId } = await storedPayment(paymentId);
  await clientOf(stripe.gateway).checkout.sessions.expire(gatewayCheckoutId ?? '');
  await stripe.settled();
}

test('while the card is being entered: 20 € are held, nothing is paid', async () => {
  const { paymentId } = await checkout();
  expect(await storedPayment(paymentId)).toMatchObject({
    status: 'PENDING',
    amount: 8_000,
    walletPart: { amount: 2_000, status: 'HELD' },
  });
  expect(await walletPartOf(paymentId)).toMatchObject({
    status: 'PENDING',
    amount: 2_000,
    partOf: paymentId,
  });
  expect(await walletOf(userId, 'EUR')).toEqual({ balance: 0, amounts: [-2_000, 2_000] });
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PENDING', amountDue: 10_000 });
});

test('success: both settle, the invoice is paid', async () => {
  await repeated();
  const { paymentId, url } = await checkout();
  expect(await payOn(url)).toBe(303);
  await stripe.settled();
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 10_000, amountDue: 0 });
  expect(await storedPayment(paymentId)).toMatchObject({
    status: 'SUCCEEDED',
    walletPart: { status: 'CAPTURED' },
    allocations: [{ invoiceId, amount: 8_000 }],
  });
  expect(await walletPartOf(paymentId)).toMatchObject({
    status: 'SUCCEEDED',
    allocations: [{ invoiceId, amount: 2_000 }],
  });
  expect(await walletOf(userId, 'EUR')).toEqual({ balance: 0, amounts: [-2_000, 2_000] });
});

test('a declined card: the wallet’s part stays held, and the next card pays', async () => {
  await repeated();
  const { paymentId, url } = await checkout();
  expect(await payOn(url, NO_FUNDS)).toBe(402);
  await stripe.settled();
  expect(await storedPayment(paymentId)).toMatchObject({
    status: 'PENDING',
    failureReason: 'FUNDS',
    walletPart: { status: 'HELD' },
  });
  expect(await walletOf(userId, 'EUR')).toMatchObject({ balance: 0 });

  expect(await payOn(url)).toBe(303);
  await stripe.settled();
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 10_000 });
});

test('expiry: the 20 € come back, once', async () => {
  await repeated();
  const { paymentId } = await checkout();
  await expire(paymentId);
  expect(await storedPayment(paymentId)).toMatchObject({
    status: 'FAILED',
    failureReason: 'ABANDONED',
    walletPart: { status: 'RELEASED' },
  });
  expect(await walletPartOf(paymentId)).toMatchObject({ status: 'FAILED' });
  expect(await walletOf(userId, 'EUR')).toEqual({ balance: 2_000, amounts: [-2_000, 2_000, 2_000] });
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PENDING', amountDue: 10_000 });
});

test('success after expiry: the card’s 80 € pay what they can, the rest stays due', async () => {
  await repeated();
  const { paymentId } = await checkout();
  await expire(paymentId);
  const metadata = toMetadata(projectId, { paymentId, userId, invoiceIds: [invoiceId], currency: 'EUR' });
  const intent = aPaymentIntent({ amount_received: 8_000, currency: 'eur', metadata });
  const callback = stripeCallback(
    anEvent('payment_intent.succeeded', intent, { id: `evt_late${paymentId}` }),
  );
  const answers = await Promise.all(Array.from({ length: COPIES }, () => send(stripe.webhookUrl, callback)));
  expect(answers.map(({ status }) => status)).toEqual(Array(COPIES).fill(200));
  expect(await storedInvoice(invoiceId)).toMatchObject({
    status: 'PARTIAL',
    amountPaid: 8_000,
    amountDue: 2_000,
  });
  expect(await storedPayment(paymentId)).toMatchObject({
    status: 'SUCCEEDED',
    walletPart: { status: 'RELEASED' },
  });
  expect(await walletOf(userId, 'EUR')).toEqual({ balance: 2_000, amounts: [-2_000, 2_000, 2_000] });

  // The 20 € are still there to pay the rest with.
  expect(await checkout()).toMatchObject({ kind: 'SETTLED' });
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 10_000 });
});

test('given up by the customer: the 20 € come back at once, and a new attempt may use them', async () => {
  const { paymentId } = await checkout();
  const given = await call(payment.abandon, { paymentId }, signedIn(userId));
  expect(given).toEqual({ status: 'FAILED' });
  expect(await walletOf(userId, 'EUR')).toMatchObject({ balance: 2_000 });

  await payOn((await checkout()).url);
  await stripe.settled();
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID' });
  expect(await walletOf(userId, 'EUR')).toMatchObject({ balance: 0 });
});

test('given up a moment after it was paid: it counts as paid', async () => {
  const { paymentId, url } = await checkout();
  await stripe.control('faults', { hold: true });
  await payOn(url);
  expect(await call(payment.abandon, { paymentId }, signedIn(userId))).toEqual({ status: 'SUCCEEDED' });
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID' });
  await stripe.control('faults', { hold: false });
  await stripe.control('release', {});
  await stripe.settled();
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 10_000 });
});

test('the wallet alone, when it covers all: paid at once, no page', async () => {
  await payOn((await topUp(9_000)).url);
  await stripe.settled();
  const answer = await checkout();
  expect(answer).toMatchObject({ gateway: 'wallet', kind: 'SETTLED', url: null });
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 10_000 });
  expect(await walletOf(userId, 'EUR')).toMatchObject({ balance: 1_000 });
});

test('two attempts at once cannot spend the same 20 €', async () => {
  const attempts = await Promise.all([checkout(), checkout(), checkout()]);
  const payments = await Promise.all(attempts.map(({ paymentId }) => storedPayment(paymentId)));
  expect(payments.map(({ amount }) => amount).sort((a, b) => a - b)).toEqual([8_000, 10_000, 10_000]);
  expect(await walletOf(userId, 'EUR')).toMatchObject({ balance: 0 });
});

import { testKeys } from '../../functions/src/testing/environment';
import { randomUUID } from 'node:crypto';
import { refusal } from '../../functions/src/testing/calls';
import { storedInvoice, storedPayment } from '../../functions/src/testing/world';
import { fillIn } from './stripe-adapter';
import { stripeStage } from './stripe-stage';
import { clientOf } from './stripe-client';

const stage = stripeStage();

const VISA = '4242424242424242';
const NO_FUNDS = '4000000000009995';
/** Where a page is opened. */
const SESSIONS = '/checkout/sessions';

test('checkout, page, callback, PAID', async () => {
  const { paymentId, gateway, kind, url, expiresAt } = await stage.checkout();
  expect({ gateway, kind }).toEqual({ gateway: 'stripe', kind: 'REDIRECT' });
  expect(new Date(expiresAt).getTime()).toBeGreaterThan(Date.now() + 30 * 60_000);
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'PENDING', checkout: { url } });

  const page = await fillIn(url, VISA);
  expect(page).toEqual({ status: 303, location: `http://127.0.0.1:5000/payments/${paymentId}` });
  await stage.stripe.settled();
  expect(await storedInvoice(stage.invoiceId)).toMatchObject({
    status: 'PAID',
    amountPaid: 12_000,
    amountDue: 0,
  });
  expect(await storedPayment(paymentId)).toMatchObject({
    status: 'SUCCEEDED',
    isTest: true,
    installment: 1,
    checkout: null,
    allocations: [{ invoiceId: stage.invoiceId, amount: 12_000 }],
  });
});

test('a declined card, then a good one on the same page', async () => {
  const { paymentId, url } = await stage.checkout();
  expect((await fillIn(url, NO_FUNDS)).status).toBe(402);
  await stage.stripe.settled();
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'PENDING', failureReason: 'FUNDS' });
  expect(await storedInvoice(stage.invoiceId)).toMatchObject({ status: 'PENDING' });

  expect((await fillIn(url, VISA)).status).toBe(303);
  await stage.stripe.settled();
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'SUCCEEDED', failureReason: null });
  expect(await storedInvoice(stage.invoiceId)).toMatchObject({ status: 'PAID' });
});

test('the same attempt, twice in a row and five times at once: one payment, one session', async () => {
  const attemptId = randomUUID();
  const first = await stage.checkout(attemptId);
  expect(await stage.checkout(attemptId)).toEqual(first);

  const atOnce = randomUUID();
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => stage.checkout(atOnce)));
  expect(new Set(answers.map(({ url }) => url)).size).toBe(1);
  expect(new Set(answers.map(({ paymentId }) => paymentId)).size).toBe(1);
  expect(await sessionsOf(answers[0]?.paymentId ?? '')).toHaveLength(1);
});

/** The sessions that Stripe has of a payment. */
async function sessionsOf(paymentId: string) {
  const { checkoutSessions } = (await stage.stripe.control('state')) as {
    checkoutSessions: { client_reference_id: string | null }[];
  };
  return checkoutSessions.filter((session) => session.client_reference_id === paymentId);
}

test.each([
  ['a server error', { status: 500, after: false }],
  ['an answer that got lost', { status: 'drop', after: true }],
])('%s is unknown, the payment stays PENDING, and the same attempt continues', async (_edge, how) => {
  const attemptId = randomUUID();
  // One more than the official client's retries.
  await stage.stripe.control('faults', { api: { fail: 3, path: SESSIONS, ...how } });
  const refused = await refusal(stage.checkout(attemptId));
  expect(refused).toMatchObject({ status: 'unavailable', code: 'GATEWAY_RESULT_UNKNOWN' });

  const { paymentId, url } = await stage.checkout(attemptId);
  expect(await sessionsOf(paymentId)).toHaveLength(1);
  await fillIn(url, VISA);
  await stage.stripe.settled();
  expect(await storedInvoice(stage.invoiceId)).toMatchObject({ status: 'PAID' });
});

test('a payment whose session was never opened is PENDING and visible', async () => {
  await stage.stripe.control('faults', { api: { fail: 3, status: 500, path: SESSIONS } });
  const attemptId = randomUUID();
  await refusal(stage.checkout(attemptId));
  const { paymentId } = await stage.checkout(attemptId);
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'PENDING', failureReason: null });
});

test('a refusal ends the payment, and says so', async () => {
  process.env.STRIPE_SECRET_KEY = 'sk_test_revoked';
  try {
    const attemptId = randomUUID();
    expect(await refusal(stage.checkout(attemptId))).toMatchObject({ code: 'GATEWAY_NOT_CONFIGURED' });
    expect(await refusal(stage.checkout(attemptId))).toMatchObject({ code: 'PAYMENT_FINISHED' });
  } finally {
    process.env.STRIPE_SECRET_KEY = testKeys.STRIPE_SECRET_KEY;
  }
});

test('a page that nobody finished: the payment fails, and a new attempt pays', async () => {
  const { paymentId } = await stage.checkout();
  const { checkout: session } = await storedPayment(paymentId);
  await clientOf(stage.stripe.gateway).checkout.sessions.expire(session?.gatewayCheckoutId ?? '');
  await stage.stripe.settled();
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'FAILED', failureReason: 'ABANDONED' });

  const { url } = await stage.checkout();
  await fillIn(url, VISA);
  await stage.stripe.settled();
  expect(await storedInvoice(stage.invoiceId)).toMatchObject({ status: 'PAID' });
});

test('two pages open, both paid: the invoice once, the rest in the wallet', async () => {
  const [first, second] = [await stage.checkout(), await stage.checkout()];
  await fillIn(first.url, VISA);
  await fillIn(second.url, VISA);
  await stage.stripe.settled();
  expect(await storedInvoice(stage.invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
  const payments = [await storedPayment(first.paymentId), await storedPayment(second.paymentId)];
  expect(payments.map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
  expect(payments.map(({ creditedToWallet }) => creditedToWallet).sort()).toEqual([0, 12_000]);
});

test('callbacks held back, sent three times each and in the wrong order', async () => {
  const { paymentId, url } = await stage.checkout();
  await stage.stripe.control('faults', { hold: true, copies: 3, order: 'reverse' });
  await fillIn(url, NO_FUNDS);
  await fillIn(url, VISA);
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'PENDING', failureReason: null });
  await stage.stripe.control('release', {});
  await stage.stripe.control('faults', { hold: false, copies: 1, order: 'fifo' });
  await stage.stripe.control('release', {});
  await stage.stripe.settled();
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'SUCCEEDED', failureReason: null });
  expect(await storedInvoice(stage.invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
});

import { testKeys } from '../../functions/src/testing/environment';
import { randomUUID } from 'node:crypto';
import { payment } from '../../functions/src/index';
import { call, refusal, signedIn } from '../../functions/src/testing/calls';
import {
  aCustomer,
  anIssuedInvoice,
  checkEverything,
  storedInvoice,
  storedPayment,
} from '../../functions/src/testing/world';
import { leave, openPage, pay, shopAddress } from '../paytr/customer';
import { instalmentOffers, LONGEST_PLAN } from '../paytr/instalment-rates';
import type { Paytr } from '../paytr/server';
import { testCards } from '../paytr/test-cards';
import type { Wired } from './gateways';
import { wirePaytr } from './gateways';
import { holdAnswersOf } from './held-answers';

let paytr: Wired<Paytr>;
let userId: string;
let invoiceId: string;

beforeAll(async () => {
  paytr = await wirePaytr();
});
afterAll(() => paytr.close());
beforeEach(async () => {
  userId = await aCustomer();
  invoiceId = await anIssuedInvoice(userId);
});
afterEach(checkEverything);

async function checkout(attemptId: string = randomUUID(), wish: object = {}) {
  const answer = await call(
    payment.checkout,
    { attemptId, invoiceIds: [invoiceId], ...wish },
    signedIn(userId),
  );
  if (answer.url === null) throw new Error('nothing is left to pay');
  return answer;
}

test('checkout, form, 3D Secure, callback, PAID', async () => {
  const { paymentId, gateway, kind, url } = await checkout();
  expect({ gateway, kind }).toEqual({ gateway: 'paytr', kind: 'IFRAME' });
  const end = await pay(url, { card: testCards.visa });
  expect(shopAddress(end)).toBe(`http://127.0.0.1:5000/payments/${paymentId}`);
  await paytr.settled();
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000, amountDue: 0 });
  expect(await storedPayment(paymentId)).toMatchObject({
    status: 'SUCCEEDED',
    isTest: true,
    installment: 1,
    surcharge: 0,
    allocations: [{ invoiceId, amount: 12_000 }],
  });
});

test('three installments: the invoice is paid, the surcharge is booked apart', async () => {
  const { paymentId, url } = await checkout();
  const offers = instalmentOffers(12_000, 'TL', testCards.visa.family, LONGEST_PLAN);
  const charged = offers.find(({ count }) => count === 3)?.total ?? 0;
  expect(charged).toBeGreaterThan(12_000);

  await pay(url, { card: testCards.visa, instalments: 3 });
  await paytr.settled();
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
  expect(await storedPayment(paymentId)).toMatchObject({
    status: 'SUCCEEDED',
    amount: 12_000,
    installment: 3,
    surcharge: charged - 12_000,
  });
});

test('a customer who may pay at once only is offered nothing else', async () => {
  const { url } = await checkout(randomUUID(), { maxInstallment: 1 });
  expect((await openPage(url)).body).not.toContain('value="3"');
});

test.each([
  ['insufficientFunds', 'FUNDS'],
  ['authenticationFails', 'AUTHENTICATION_FAILED'],
  ['fraud', 'SECURITY'],
] as const)('a card refused (%s), then a good one in the same form', async (card, failureReason) => {
  const { paymentId, url } = await checkout();
  await pay(url, { card: testCards[card] });
  await paytr.settled();
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'FAILED', failureReason });
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PENDING' });

  await pay(url, { card: testCards.troy });
  await paytr.settled();
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'SUCCEEDED', failureReason: null });
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
});

test('a form that the customer leaves: the payment fails, and a new attempt pays', async () => {
  const { paymentId, url } = await checkout();
  await leave(await openPage(url));
  await paytr.settled();
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'FAILED', failureReason: 'ABANDONED' });

  await pay((await checkout()).url, { card: testCards.mastercard });
  await paytr.settled();
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID' });
});

test('the same attempt again: one payment, the same form', async () => {
  const attemptId = randomUUID();
  const first = await checkout(attemptId);
  expect(await checkout(attemptId)).toEqual(first);
});

test('the same attempt while its form is being opened is asked to come again, and is then answered the same form', async () => {
  const attemptId = randomUUID();
  const answers = await holdAnswersOf(paytr.gateway.url);
  process.env.PAYTR_API_URL = answers.url;
  try {
    const held = answers.holdNext('/odeme/api/get-token');
    const first = checkout(attemptId);
    await held.given;
    expect(await refusal(checkout(attemptId))).toMatchObject({
      status: 'unavailable',
      code: 'PAYMENT_OPENING',
    });
    held.arrive();
    const { url } = await first;
    expect((await checkout(attemptId)).url).toBe(url);
    // PayTR closes an order's form when it gives another one for it.
    await pay(url, { card: testCards.visa });
  } finally {
    process.env.PAYTR_API_URL = paytr.gateway.url;
    await answers.close();
  }
  await paytr.settled();
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
});

test('the same attempt ten times at once: all are answered the same form, some when they come again', async () => {
  const attemptId = randomUUID();
  const patiently = async (): Promise<string> => {
    try {
      return (await checkout(attemptId)).url;
    } catch (error) {
      expect(error).toMatchObject({ details: { code: 'PAYMENT_OPENING' } });
      return patiently();
    }
  };
  const urls = await Promise.all(Array.from({ length: 10 }, patiently));
  expect(new Set(urls).size).toBe(1);
  await pay(urls[0] ?? '', { card: testCards.visa });
  await paytr.settled();
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
});

test('a gateway that is down is unknown, the payment stays PENDING, and the same attempt continues', async () => {
  const attemptId = randomUUID();
  process.env.PAYTR_API_URL = 'http://127.0.0.1:1';
  try {
    expect(await refusal(checkout(attemptId))).toMatchObject({
      status: 'unavailable',
      code: 'GATEWAY_RESULT_UNKNOWN',
    });
  } finally {
    process.env.PAYTR_API_URL = paytr.gateway.url;
  }
  const { paymentId, url } = await checkout(attemptId);
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'PENDING', failureReason: null });
  await pay(url, { card: testCards.visa });
  await paytr.settled();
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID' });
});

test('a refusal ends the payment, and says so', async () => {
  const attemptId = randomUUID();
  process.env.PAYTR_MERCHANT_KEY = 'revoked';
  try {
    expect(await refusal(checkout(attemptId))).toMatchObject({ code: 'GATEWAY_DECLINED' });
    expect(await refusal(checkout(attemptId))).toMatchObject({ code: 'PAYMENT_FINISHED' });
  } finally {
    process.env.PAYTR_MERCHANT_KEY = testKeys.PAYTR_MERCHANT_KEY;
  }
});

test('callbacks held back, sent three times each and in the wrong order', async () => {
  const { paymentId, url } = await checkout();
  await paytr.control('faults', { hold: true, copies: 3, order: 'reverse' });
  await pay(url, { card: testCards.insufficientFunds });
  await pay(url, { card: testCards.visa });
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'PENDING' });
  await paytr.control('release', {});
  await paytr.control('faults', { hold: false, copies: 1, order: 'fifo' });
  await paytr.settled();
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'SUCCEEDED', failureReason: null });
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
});

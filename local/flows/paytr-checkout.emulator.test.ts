import { testKeys } from '../../functions/src/testing/environment';
import { randomUUID } from 'node:crypto';
import { refusal } from '../../functions/src/testing/calls';
import { storedInvoice, storedPayment } from '../../functions/src/testing/world';
import { leave, openPage, pay, shopAddress } from '../paytr/customer';
import { instalmentOffers, LONGEST_PLAN } from '../paytr/instalment-rates';
import { testCards } from '../paytr/test-cards';
import { holdAnswersOf } from './held-answers';
import { paytrStage } from './paytr-stage';

const stage = paytrStage();
const { checkout, payOn } = stage;

test('checkout, form, 3D Secure, callback, PAID', async () => {
  const { paymentId, gateway, kind, url } = await checkout();
  expect({ gateway, kind }).toEqual({ gateway: 'paytr', kind: 'IFRAME' });
  const end = await pay(url, { card: testCards.visa });
  expect(shopAddress(end)).toBe(`http://127.0.0.1:5000/payments/${paymentId}`);
  await stage.paytr.settled();
  expect(await storedInvoice(stage.invoiceId)).toMatchObject({
    status: 'PAID',
    amountPaid: 12_000,
    amountDue: 0,
  });
  expect(await storedPayment(paymentId)).toMatchObject({
    status: 'SUCCEEDED',
    isTest: true,
    installment: 1,
    surcharge: 0,
    allocations: [{ invoiceId: stage.invoiceId, amount: 12_000 }],
  });
});

test('three installments: the invoice is paid, the surcharge is booked apart', async () => {
  const { paymentId, url } = await checkout();
  const offers = instalmentOffers(12_000, 'TL', testCards.visa.family, LONGEST_PLAN);
  const charged = offers.find(({ count }) => count === 3)?.total ?? 0;
  expect(charged).toBeGreaterThan(12_000);

  await payOn({ url }, testCards.visa, 3);
  expect(await storedInvoice(stage.invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
  expect(await storedPayment(paymentId)).toMatchObject({
    status: 'SUCCEEDED',
    amount: 12_000,
    installment: 3,
    surcharge: charged - 12_000,
  });
});

test('a customer who may pay at once only is offered nothing else', async () => {
  const { url } = await checkout({ maxInstallment: 1 });
  expect((await openPage(url)).body).not.toContain('value="3"');
});

test.each([
  ['insufficientFunds', 'FUNDS'],
  ['authenticationFails', 'AUTHENTICATION_FAILED'],
  ['fraud', 'SECURITY'],
] as const)('a card refused (%s), then a good one in the same form', async (card, failureReason) => {
  const { paymentId, url } = await checkout();
  await payOn({ url }, testCards[card]);
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'FAILED', failureReason });
  expect(await storedInvoice(stage.invoiceId)).toMatchObject({ status: 'PENDING' });

  await payOn({ url }, testCards.troy);
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'SUCCEEDED', failureReason: null });
  expect(await storedInvoice(stage.invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
});

test('a form that the customer leaves: the payment fails, and a new attempt pays', async () => {
  const { paymentId, url } = await checkout();
  await leave(await openPage(url));
  await stage.paytr.settled();
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'FAILED', failureReason: 'ABANDONED' });

  await payOn(await checkout(), testCards.mastercard);
  expect(await storedInvoice(stage.invoiceId)).toMatchObject({ status: 'PAID' });
});

test('the same attempt again: one payment, the same form', async () => {
  const attemptId = randomUUID();
  const first = await checkout({ attemptId });
  expect(await checkout({ attemptId })).toEqual(first);
});

test('the same attempt while its form is being opened is asked to come again, and is then answered the same form', async () => {
  const attemptId = randomUUID();
  const answers = await holdAnswersOf(stage.paytr.gateway.url);
  process.env.PAYTR_API_URL = answers.url;
  try {
    const held = answers.holdNext('/odeme/api/get-token');
    const first = checkout({ attemptId });
    await held.given;
    expect(await refusal(checkout({ attemptId }))).toMatchObject({
      status: 'unavailable',
      code: 'PAYMENT_OPENING',
    });
    held.arrive();
    const { url } = await first;
    expect((await checkout({ attemptId })).url).toBe(url);
    // PayTR closes an order's form when it gives another one for it.
    await pay(url, { card: testCards.visa });
  } finally {
    process.env.PAYTR_API_URL = stage.paytr.gateway.url;
    await answers.close();
  }
  await stage.paytr.settled();
  expect(await storedInvoice(stage.invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
});

test('the same attempt ten times at once: all are answered the same form, some when they come again', async () => {
  const attemptId = randomUUID();
  const patiently = async (): Promise<string> => {
    try {
      return (await checkout({ attemptId })).url;
    } catch (error) {
      expect(error).toMatchObject({ details: { code: 'PAYMENT_OPENING' } });
      return patiently();
    }
  };
  const urls = await Promise.all(Array.from({ length: 10 }, patiently));
  expect(new Set(urls).size).toBe(1);
  await payOn({ url: urls[0] ?? '' });
  expect(await storedInvoice(stage.invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
});

test('a gateway that is down is unknown, the payment stays PENDING, and the same attempt continues', async () => {
  const attemptId = randomUUID();
  process.env.PAYTR_API_URL = 'http://127.0.0.1:1';
  try {
    expect(await refusal(checkout({ attemptId }))).toMatchObject({
      status: 'unavailable',
      code: 'GATEWAY_RESULT_UNKNOWN',
    });
  } finally {
    process.env.PAYTR_API_URL = stage.paytr.gateway.url;
  }
  const { paymentId, url } = await checkout({ attemptId });
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'PENDING', failureReason: null });
  await payOn({ url });
  expect(await storedInvoice(stage.invoiceId)).toMatchObject({ status: 'PAID' });
});

test('a refusal ends the payment, and says so', async () => {
  const attemptId = randomUUID();
  process.env.PAYTR_MERCHANT_KEY = 'revoked';
  try {
    expect(await refusal(checkout({ attemptId }))).toMatchObject({ code: 'GATEWAY_DECLINED' });
    expect(await refusal(checkout({ attemptId }))).toMatchObject({ code: 'PAYMENT_FINISHED' });
  } finally {
    process.env.PAYTR_MERCHANT_KEY = testKeys.PAYTR_MERCHANT_KEY;
  }
});

test('callbacks held back, sent three times each and in the wrong order', async () => {
  const { paymentId, url } = await checkout();
  await stage.paytr.control('faults', { hold: true, copies: 3, order: 'reverse' });
  await pay(url, { card: testCards.insufficientFunds });
  await pay(url, { card: testCards.visa });
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'PENDING' });
  await stage.paytr.control('release', {});
  await stage.paytr.control('faults', { hold: false, copies: 1, order: 'fifo' });
  await stage.paytr.settled();
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'SUCCEEDED', failureReason: null });
  expect(await storedInvoice(stage.invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
});

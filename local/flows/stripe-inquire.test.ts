import { projectId } from '../../functions/src/testing/environment';
import { createServer, request as forward } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Checkout, Inquiry } from '../../functions/src/gateways/gateway';
import { stripe } from '../../functions/src/gateways/stripe/adapter';
import type { AdapterHarness } from './stripe-adapter';
import {
  aCharge,
  aCheckout,
  agreeToDebit,
  aKeptCard,
  aPaidCheckout,
  fillIn,
  referenceOf,
  startAdapter,
} from './stripe-adapter';

let standIn: AdapterHarness;
let proxy: Server;
/** Runs before a request reaches Stripe: what happened meanwhile. */
let meanwhile: (path: string) => Promise<unknown>;

beforeAll(async () => {
  standIn = await startAdapter();
  proxy = await startProxy(standIn.url);
  process.env.STRIPE_API_URL = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
beforeEach(() => {
  meanwhile = () => Promise.resolve();
});
afterAll(async () => {
  proxy.closeAllConnections();
  proxy.close();
  await standIn.close();
});

async function startProxy(target: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { method, headers, url = '/' } = request;
    void meanwhile(url).then(() => {
      const passed = forward(`${target}${url}`, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      request.pipe(passed);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function inquiryOf(
  { paymentId, userId, invoiceIds, currency, amount }: Pick<Checkout, keyof Inquiry & keyof Checkout>,
  asked: Partial<Inquiry> = {},
): Inquiry {
  const ids = { gatewayCheckoutId: null, gatewayPaymentId: null };
  return { paymentId, userId, invoiceIds, currency, amount, ...ids, end: false, ...asked };
}

async function begun() {
  const checkout = aCheckout();
  const { url, gatewayCheckoutId } = await stripe.startCheckout(checkout);
  const ask = (end = false) => stripe.inquire(inquiryOf(checkout, { gatewayCheckoutId, end }));
  const payment = referenceOf(checkout);
  return { checkout, url, gatewayCheckoutId, ask, payment };
}

const VISA = '4242424242424242';
const abandoned = { kind: 'PAYMENT_FAILED', reason: 'ABANDONED', isFinal: true };

test('an open page says nothing yet, and stays open', async () => {
  const { url, ask } = await begun();
  expect(await ask()).toEqual({ fact: null, refundedTotal: null });
  expect((await fillIn(url, VISA)).status).toBe(303);
});

test('an open page whose card was declined says nothing yet', async () => {
  const { url, ask } = await begun();
  expect((await fillIn(url, '4000000000009995')).status).toBe(402);
  expect((await ask()).fact).toBeNull();
});

test('an open page is closed when it is to end, and cannot be paid afterwards', async () => {
  const { url, ask, payment } = await begun();
  expect(await ask(true)).toEqual({ fact: { ...abandoned, payment }, refundedTotal: null });
  expect((await fillIn(url, VISA)).status).toBe(410);
  expect((await ask()).fact).toEqual({ ...abandoned, payment });
});

test('a page that was paid, whether it is to end or not', async () => {
  const { url, ask, payment } = await begun();
  await fillIn(url, VISA);
  for (const end of [false, true]) {
    expect(await ask(end)).toEqual({
      fact: {
        kind: 'PAYMENT_SUCCEEDED',
        payment,
        gatewayPaymentId: expect.stringMatching(/^pi_/) as string,
        amount: 12_000,
        charged: 12_000,
        currency: 'EUR',
        installment: 1,
        isTest: true,
        paytrHash: null,
      },
      refundedTotal: 0,
    });
  }
});

test('the customer pays while the page is being closed', async () => {
  const { url, ask, payment } = await begun();
  meanwhile = (path) => (path.endsWith('/expire') ? fillIn(url, VISA) : Promise.resolve());
  expect((await ask(true)).fact).toMatchObject({ kind: 'PAYMENT_SUCCEEDED', payment });
});

test('a debit is on its way until the bank has paid it, or has not', async () => {
  for (const [outcome, fact] of [
    ['succeeded', { kind: 'PAYMENT_SUCCEEDED', amount: 12_000 }],
    ['failed', { kind: 'PAYMENT_FAILED', reason: 'GENERAL', isFinal: true }],
  ] as const) {
    const { url, ask, gatewayCheckoutId, payment } = await begun();
    expect((await agreeToDebit(url)).status).toBe(303);
    expect((await ask(true)).fact).toEqual({ kind: 'PAYMENT_PROCESSING', payment });
    const { payment_intent } = await standIn.dashboard.checkout.sessions.retrieve(gatewayCheckoutId);
    await standIn.control('settle', { payment_intent, outcome });
    expect((await ask()).fact).toMatchObject({ ...fact, payment });
  }
});

test('what was sent back is told as a total, ours and the dashboard’s', async () => {
  const checkout = aCheckout();
  const gatewayPaymentId = await aPaidCheckout(standIn, checkout);
  const inquiry = inquiryOf(checkout, { gatewayPaymentId });
  for (const [amount, refundedTotal] of [
    [4_000, 4_000],
    [1_000, 5_000],
  ] as const) {
    await standIn.dashboard.refunds.create({ payment_intent: gatewayPaymentId, amount });
    const answer = await stripe.inquire(inquiry);
    expect(answer).toMatchObject({ fact: { kind: 'PAYMENT_SUCCEEDED', amount: 12_000 }, refundedTotal });
  }
});

describe('without any answer of Stripe’s', () => {
  test('nobody was sent to a page: it is abandoned when it is to end', async () => {
    const checkout = aCheckout();
    expect((await stripe.inquire(inquiryOf(checkout))).fact).toBeNull();
    expect(await stripe.inquire(inquiryOf(checkout, { end: true }))).toEqual({
      fact: { ...abandoned, payment: referenceOf(checkout) },
      refundedTotal: null,
    });
  });

  test.each([
    ['went through', 'pm_card_visa', { kind: 'PAYMENT_SUCCEEDED', amount: 12_000 }],
    [
      'was declined',
      'pm_card_chargeCustomerFail',
      { kind: 'PAYMENT_FAILED', reason: 'GENERAL', isFinal: true },
    ],
    [
      'wants the customer',
      'pm_card_authenticationRequired',
      { kind: 'PAYMENT_FAILED', reason: 'AUTHENTICATION_REQUIRED', isFinal: true },
    ],
  ])('a charge of a kept card that %s is found by its payment', async (_edge, card, fact) => {
    const charge = aCharge(await aKeptCard(standIn, card));
    await stripe.savedMethods()?.charge(charge);
    const answer = await stripe.inquire(inquiryOf(charge, { end: true }));
    expect(answer.fact).toMatchObject({ ...fact, payment: referenceOf(charge) });
  });

  test('a payment of the same id in another project is not taken for ours', async () => {
    const checkout = aCheckout();
    await standIn.dashboard.paymentIntents.create({
      amount: 12_000,
      currency: 'eur',
      metadata: { project: `${projectId}-other`, paymentId: checkout.paymentId },
    });
    expect((await stripe.inquire(inquiryOf(checkout, { end: true }))).fact).toMatchObject(abandoned);
  });
});

test('no answer is no news: ask again later', async () => {
  const { ask } = await begun();
  // One more than the official client's retries.
  await standIn.control('faults', { api: { fail: 3, status: 500 } });
  await expect(ask(true)).rejects.toMatchObject({ code: 'GATEWAY_UNAVAILABLE' });
  expect((await ask()).fact).toBeNull();
});

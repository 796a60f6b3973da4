import '../../functions/src/testing/environment';
import { randomUUID } from 'node:crypto';
import { payment, wallet } from '../../functions/src/index';
import { walletPaymentId } from '../../functions/src/payments/wallet-payment-id';
import { call, signedIn } from '../../functions/src/testing/calls';
import {
  aCustomer,
  anIssuedInvoice,
  checkEverything,
  storedInvoice,
  storedPayment,
} from '../../functions/src/testing/world';
import { leave, openPage, pay } from '../paytr/customer';
import type { Paytr } from '../paytr/server';
import { testCards } from '../paytr/test-cards';
import type { Wired } from './gateways';
import { wirePaytr } from './gateways';
import { checkoutOf, journalOf, walletOf } from './paytr-customer';

/** What PayTR takes of payments that are more than one invoice by one card: the wallet, several invoices, top-ups. */

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

async function topUp(amount: number) {
  const request = { attemptId: randomUUID(), currency: 'TRY', amount };
  const { paymentId, url } = await call(wallet.topUp, request, signedIn(userId));
  return { paymentId, url: url ?? '' };
}

async function withBalance(amount: number): Promise<void> {
  await pay((await topUp(amount)).url, { card: testCards.visa });
  await paytr.settled();
}

test('a top-up, in one payment only', async () => {
  const { paymentId, url } = await topUp(7_500);
  expect((await openPage(url)).body).not.toContain('value="3"');
  await pay(url, { card: testCards.visa });
  await paytr.settled();
  expect(await walletOf(userId)).toEqual({ balance: 7_500, amounts: [7_500] });
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'SUCCEEDED', creditedToWallet: 7_500 });
  expect(await journalOf(`payment_${paymentId}`)).toEqual([
    ['cash.paytr', 7_500, 0],
    ['walletLiability', 0, 7_500],
  ]);
});

test('a top-up that is given up', async () => {
  const { paymentId, url } = await topUp(7_500);
  await leave(await openPage(url));
  await paytr.settled();
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'FAILED', failureReason: 'ABANDONED' });
  expect(await walletOf(userId)).toEqual({ balance: 0, amounts: [] });
});

describe('50,00 from the wallet and 70,00 by card', () => {
  const WALLET_PART = { amount: 5_000, paymentId: expect.any(String) as string };
  beforeEach(() => withBalance(5_000));
  const checkout = () => checkoutOf(userId, [invoiceId], { useWallet: true });

  test('both settle, also when every notice comes ten times', async () => {
    const { paymentId, url } = await checkout();
    expect(await storedPayment(paymentId)).toMatchObject({
      amount: 7_000,
      walletPart: { ...WALLET_PART, status: 'HELD' },
    });
    await paytr.control('faults', { copies: 10 });
    await pay(url, { card: testCards.visa });
    await paytr.settled();
    await paytr.control('faults', { copies: 1 });
    expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
    expect(await storedPayment(paymentId)).toMatchObject({ walletPart: { status: 'CAPTURED' } });
    expect(await storedPayment(walletPaymentId(paymentId))).toMatchObject({ status: 'SUCCEEDED' });
    expect(await walletOf(userId)).toEqual({ balance: 0, amounts: [-5_000, 5_000] });
  });

  test('in three installments: the surcharge is of the card’s part', async () => {
    const { paymentId, url } = await checkout();
    await pay(url, { card: testCards.mastercard, instalments: 3 });
    await paytr.settled();
    expect(await storedPayment(paymentId)).toMatchObject({ amount: 7_000, surcharge: 380, installment: 3 });
    expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
  });

  test('a form that is left: the wallet’s part comes back, once', async () => {
    const { paymentId, url } = await checkout();
    await paytr.control('faults', { copies: 10 });
    await leave(await openPage(url));
    await paytr.settled();
    await paytr.control('faults', { copies: 1 });
    expect(await storedPayment(paymentId)).toMatchObject({
      status: 'FAILED',
      walletPart: { status: 'RELEASED' },
    });
    expect(await walletOf(userId)).toEqual({ balance: 5_000, amounts: [-5_000, 5_000, 5_000] });
  });

  test('given up with us, then paid in the form that was still open: PARTIAL, and nothing is lost', async () => {
    const { paymentId, url } = await checkout();
    expect(await call(payment.abandon, { paymentId }, signedIn(userId))).toEqual({ status: 'FAILED' });
    expect(await walletOf(userId)).toMatchObject({ balance: 5_000 });

    await pay(url, { card: testCards.visa });
    await paytr.settled();
    expect(await storedPayment(paymentId)).toMatchObject({
      status: 'SUCCEEDED',
      walletPart: { status: 'RELEASED' },
    });
    expect(await storedInvoice(invoiceId)).toMatchObject({
      status: 'PARTIAL',
      amountPaid: 7_000,
      amountDue: 5_000,
    });
    expect(await walletOf(userId)).toMatchObject({ balance: 5_000 });
  });

  test('given up a moment after it was paid: it counts as paid', async () => {
    const { paymentId, url } = await checkout();
    await paytr.control('faults', { hold: true });
    await pay(url, { card: testCards.visa });
    expect(await call(payment.abandon, { paymentId }, signedIn(userId))).toEqual({ status: 'SUCCEEDED' });
    await paytr.control('faults', { hold: false });
    await paytr.control('release', {});
    await paytr.settled();
    expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
  });
});

test('three invoices by one card, the last one in part', async () => {
  const others = [await anIssuedInvoice(userId), await anIssuedInvoice(userId)];
  const all = [invoiceId, ...others];
  const { paymentId, url } = await checkoutOf(userId, all, { amount: 30_000 });
  await pay(url, { card: testCards.troy });
  await paytr.settled();
  const invoices = await Promise.all(all.map(storedInvoice));
  expect(invoices.map(({ status }) => status)).toEqual(['PAID', 'PAID', 'PARTIAL']);
  expect(await storedPayment(paymentId)).toMatchObject({
    status: 'SUCCEEDED',
    gatewayPaymentId: `${paymentId}0`,
    allocations: [{ amount: 12_000 }, { amount: 12_000 }, { amount: 6_000 }],
  });
});

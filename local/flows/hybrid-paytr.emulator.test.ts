import '../../functions/src/testing/environment';
import { randomUUID } from 'node:crypto';
import { minorUnits } from '../../functions/src/core/money';
import { toMerchantOid } from '../../functions/src/gateways/paytr/merchant-oid';
import { payment, wallet } from '../../functions/src/index';
import { paytrCallback, send } from '../../functions/src/testing/callbacks';
import { call, signedIn } from '../../functions/src/testing/calls';
import { aSaleNotice } from '../../functions/src/testing/paytr-notice';
import { aCustomer, anIssuedInvoice, storedInvoice, storedPayment } from '../../functions/src/testing/world';
import { leave, openPage, pay } from '../paytr/customer';
import { testCards } from '../paytr/test-cards';
import { walletOf, walletPartOf } from './hybrid-wallet';
import { checkoutOf, journalOf } from './paytr-customer';
import { paytrStage } from './paytr-stage';

/**
 * What PayTR takes of payments that are more than one invoice by one card: the wallet, several invoices, top-ups;
 * through the real functions, Firestore and PayTR's stand-in.
 */

const stage = paytrStage();

async function topUp(userId: string, amount: number, currency: 'EUR' | 'TRY' = 'TRY') {
  const request = { attemptId: randomUUID(), currency, amount, gateway: 'paytr' };
  const { paymentId, url } = await call(wallet.topUp, request, signedIn(userId));
  return { paymentId, url: url ?? '' };
}

/** Every notice is sent ten times at once from now on. */
const COPIES = 10;
const repeated = () => stage.paytr.control('faults', { copies: COPIES });

test('a top-up, in one payment only', async () => {
  const { userId } = stage;
  const { paymentId, url } = await topUp(userId, 7_500);
  expect((await openPage(url)).body).not.toContain('value="3"');
  await stage.payOn({ url });
  expect(await walletOf(userId, 'TRY')).toEqual({ balance: 7_500, amounts: [7_500] });
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'SUCCEEDED', creditedToWallet: 7_500 });
  expect(await journalOf(`payment_${paymentId}`)).toEqual([
    ['cash.paytr', 7_500, 0],
    ['walletLiability', 0, 7_500],
  ]);
});

test('a top-up that is given up', async () => {
  const { userId } = stage;
  const { paymentId, url } = await topUp(userId, 7_500);
  await leave(await openPage(url));
  await stage.paytr.settled();
  expect(await storedPayment(paymentId)).toMatchObject({ status: 'FAILED', failureReason: 'ABANDONED' });
  expect(await walletOf(userId, 'TRY')).toEqual({ balance: 0, amounts: [] });
});

test('three invoices by one card, the last one in part', async () => {
  const { userId, invoiceId } = stage;
  const all = [invoiceId, await anIssuedInvoice(userId), await anIssuedInvoice(userId)];
  const { paymentId, url } = await checkoutOf(userId, all, { amount: 30_000 });
  await stage.payOn({ url }, testCards.troy);
  const invoices = await Promise.all(all.map(storedInvoice));
  expect(invoices.map(({ status }) => status)).toEqual(['PAID', 'PAID', 'PARTIAL']);
  expect(await storedPayment(paymentId)).toMatchObject({
    status: 'SUCCEEDED',
    gatewayPaymentId: `${paymentId}0`,
    allocations: [{ amount: 12_000 }, { amount: 12_000 }, { amount: 6_000 }],
  });
});

describe('50,00 from the wallet and 70,00 by card', () => {
  beforeEach(async () => {
    await stage.payOn(await topUp(stage.userId, 5_000));
  });
  const checkout = () => stage.checkout({ useWallet: true });

  test('in three installments: the surcharge is of the card’s part', async () => {
    const { paymentId, url } = await checkout();
    await stage.payOn({ url }, testCards.mastercard, 3);
    expect(await storedPayment(paymentId)).toMatchObject({ amount: 7_000, surcharge: 380, installment: 3 });
    expect(await storedInvoice(stage.invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 12_000 });
  });

  test('a form that is left: the wallet’s part comes back, once', async () => {
    const { paymentId, url } = await checkout();
    await repeated();
    await leave(await openPage(url));
    await stage.paytr.settled();
    expect(await storedPayment(paymentId)).toMatchObject({
      status: 'FAILED',
      walletPart: { status: 'RELEASED' },
    });
    const back = { balance: 5_000, amounts: [-5_000, 5_000, 5_000] };
    expect(await walletOf(stage.userId, 'TRY')).toEqual(back);
  });

  test('given up with us, then paid in the form that was still open: PARTIAL, and nothing is lost', async () => {
    const { userId, invoiceId } = stage;
    const { paymentId, url } = await checkout();
    expect(await call(payment.abandon, { paymentId }, signedIn(userId))).toEqual({ status: 'FAILED' });
    expect(await walletOf(userId, 'TRY')).toMatchObject({ balance: 5_000 });

    await stage.payOn({ url });
    expect(await storedPayment(paymentId)).toMatchObject({
      status: 'SUCCEEDED',
      walletPart: { status: 'RELEASED' },
    });
    expect(await storedInvoice(invoiceId)).toMatchObject({
      status: 'PARTIAL',
      amountPaid: 7_000,
      amountDue: 5_000,
    });
    expect(await walletOf(userId, 'TRY')).toMatchObject({ balance: 5_000 });
  });

  test('given up a moment after it was paid: it counts as paid', async () => {
    const { paytr, userId, invoiceId } = stage;
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

describe('100 €, of which the wallet pays 20 € and the card 80 €, every callback ten times', () => {
  let userId: string;
  let invoiceId: string;
  beforeEach(async () => {
    userId = await aCustomer({ country: 'DE', currency: 'EUR', locale: 'en' });
    await stage.payOn(await topUp(userId, 2_000, 'EUR'));
    const items = [{ description: 'Server', quantity: 1, unitPrice: minorUnits(10_000), taxRate: 0 }];
    invoiceId = await anIssuedInvoice(userId, { items });
    await repeated();
  });

  const checkout = () => checkoutOf(userId, [invoiceId], { useWallet: true, gateway: 'paytr' });
  const merchantOid = (paymentId: string) =>
    toMerchantOid({ paymentId, userId, invoiceIds: [invoiceId], currency: 'EUR' });
  const walletNow = () => walletOf(userId, 'EUR');

  const HELD = { balance: 0, amounts: [-2_000, 2_000] };
  const BACK = { balance: 2_000, amounts: [-2_000, 2_000, 2_000] };
  const PAID = { status: 'PAID', amountPaid: 10_000, amountDue: 0 };
  const PARTIAL = { status: 'PARTIAL', amountPaid: 8_000, amountDue: 2_000 };

  test('success: both settle, the invoice is paid', async () => {
    const { paymentId, url } = await checkout();
    expect(await walletNow()).toEqual(HELD);
    await stage.payOn({ url });
    expect(await storedInvoice(invoiceId)).toMatchObject(PAID);
    expect(await storedPayment(paymentId)).toMatchObject({
      status: 'SUCCEEDED',
      amount: 8_000,
      walletPart: { amount: 2_000, status: 'CAPTURED' },
      allocations: [{ invoiceId, amount: 8_000 }],
    });
    expect(await walletPartOf(paymentId)).toMatchObject({
      status: 'SUCCEEDED',
      allocations: [{ invoiceId, amount: 2_000 }],
    });
    expect(await walletNow()).toEqual(HELD);
  });

  test('declined cards: the 20 € come back, once; the next card in the same form takes them again, once', async () => {
    const { paymentId, url } = await checkout();
    for (const card of [testCards.insufficientFunds, testCards.fraud]) {
      await stage.payOn({ url }, card);
      expect(await storedPayment(paymentId)).toMatchObject({
        status: 'FAILED',
        walletPart: { status: 'RELEASED' },
      });
      expect(await walletNow()).toEqual(BACK);
    }

    await stage.payOn({ url });
    expect(await storedPayment(paymentId)).toMatchObject({
      status: 'SUCCEEDED',
      walletPart: { amount: 2_000, status: 'CAPTURED' },
    });
    expect(await walletPartOf(paymentId)).toMatchObject({
      status: 'SUCCEEDED',
      allocations: [{ invoiceId, amount: 2_000 }],
    });
    expect(await storedInvoice(invoiceId)).toMatchObject(PAID);
    expect(await walletNow()).toEqual({ balance: 0, amounts: [-2_000, -2_000, 2_000, 2_000] });
  });

  test('a declined card, and the 20 € are spent elsewhere: the next card pays what it can', async () => {
    const { paymentId, url } = await checkout();
    await stage.payOn({ url }, testCards.insufficientFunds);
    const items = [{ description: 'Domain', quantity: 1, unitPrice: minorUnits(500), taxRate: 0 }];
    const other = { attemptId: randomUUID(), invoiceIds: [await anIssuedInvoice(userId, { items })] };
    const settled = call(payment.checkout, { ...other, useWallet: true }, signedIn(userId));
    expect(await settled).toMatchObject({ kind: 'SETTLED' });

    await stage.payOn({ url });
    expect(await storedPayment(paymentId)).toMatchObject({
      status: 'SUCCEEDED',
      walletPart: { status: 'RELEASED' },
    });
    expect(await storedInvoice(invoiceId)).toMatchObject(PARTIAL);
    expect(await walletNow()).toMatchObject({ balance: 1_500 });
  });

  test('expiry: the 20 € come back, once', async () => {
    const { paymentId } = await checkout();
    stage.paytr.gateway.expire(merchantOid(paymentId));
    await stage.paytr.settled();
    expect(await storedPayment(paymentId)).toMatchObject({
      status: 'FAILED',
      walletPart: { status: 'RELEASED' },
    });
    expect(await walletPartOf(paymentId)).toMatchObject({ status: 'FAILED' });
    expect(await walletNow()).toEqual(BACK);
    expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PENDING', amountDue: 10_000 });
  });

  test('success after expiry: the card’s 80 € pay what they can, and the 20 € pay the rest', async () => {
    const { paymentId } = await checkout();
    stage.paytr.gateway.expire(merchantOid(paymentId));
    await stage.paytr.settled();
    const notice = aSaleNotice({
      merchant_oid: merchantOid(paymentId),
      total_amount: '8000',
      payment_amount: '8000',
      currency: 'EUR',
    });
    const answers = await Promise.all(
      Array.from({ length: COPIES }, () => send(stage.paytr.webhookUrl, paytrCallback(notice))),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(COPIES).fill(200));
    expect(await storedPayment(paymentId)).toMatchObject({
      status: 'SUCCEEDED',
      walletPart: { status: 'RELEASED' },
    });
    expect(await storedInvoice(invoiceId)).toMatchObject(PARTIAL);
    expect(await walletNow()).toEqual(BACK);

    const rest = { attemptId: randomUUID(), invoiceIds: [invoiceId], useWallet: true, gateway: 'paytr' };
    const settled = call(payment.checkout, rest, signedIn(userId));
    expect(await settled).toMatchObject({ kind: 'SETTLED' });
    expect(await storedInvoice(invoiceId)).toMatchObject(PAID);
    expect(await walletNow()).toEqual({ balance: 0, amounts: [-2_000, -2_000, 2_000, 2_000] });
  });
});

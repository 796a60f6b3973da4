import '../../functions/src/testing/environment';
import { randomUUID } from 'node:crypto';
import { payment, wallet } from '../../functions/src/index';
import { minorUnits } from '../../functions/src/core/money';
import { toMerchantOid } from '../../functions/src/gateways/paytr/merchant-oid';
import { paytrCallback, send } from '../../functions/src/testing/callbacks';
import { call, signedIn } from '../../functions/src/testing/calls';
import { aSaleNotice } from '../../functions/src/testing/paytr-notice';
import {
  aCustomer,
  anIssuedInvoice,
  checkEverything,
  storedInvoice,
  storedPayment,
} from '../../functions/src/testing/world';
import { pay } from '../paytr/customer';
import type { Paytr } from '../paytr/server';
import type { TestCard } from '../paytr/test-cards';
import { testCards } from '../paytr/test-cards';
import type { Wired } from './gateways';
import { wirePaytr } from './gateways';
import { walletNow, walletPartOf } from './hybrid-wallet';

/**
 * 100 € of which the wallet pays 20 € and the card 80 €, through the real functions, Firestore and PayTR's stand-in;
 * the callbacks of success, decline, expiry and success after expiry are sent ten times each.
 */
const COPIES = 10;
let paytr: Wired<Paytr>;
let userId: string;
let invoiceId: string;

beforeAll(async () => {
  paytr = await wirePaytr();
});
afterAll(() => paytr.close());
beforeEach(async () => {
  await paytr.control('faults', { copies: 1 });
  userId = await aCustomer({ country: 'DE', currency: 'EUR', locale: 'en' });
  const topUp = { attemptId: randomUUID(), currency: 'EUR', amount: 2_000, gateway: 'paytr' };
  await payOn(await call(wallet.topUp, topUp, signedIn(userId)));
  const items = [{ description: 'Server', quantity: 1, unitPrice: minorUnits(10_000), taxRate: 0 }];
  invoiceId = await anIssuedInvoice(userId, { items });
  // From now on every callback is sent ten times at once.
  await paytr.control('faults', { copies: COPIES });
});
afterEach(checkEverything);

const checkout = () => {
  const request = { attemptId: randomUUID(), invoiceIds: [invoiceId], useWallet: true, gateway: 'paytr' };
  return call(payment.checkout, request, signedIn(userId));
};

async function payOn({ url }: { url: string | null }, card: TestCard = testCards.visa): Promise<void> {
  await pay(url ?? '', { card });
  await paytr.settled();
}

function merchantOid(paymentId: string): string {
  return toMerchantOid({ paymentId, userId, invoiceIds: [invoiceId], currency: 'EUR' });
}

const HELD = { balance: 0, amounts: [-2_000, 2_000] };
const BACK = { balance: 2_000, amounts: [-2_000, 2_000, 2_000] };

test('success: both settle, the invoice is paid', async () => {
  const { paymentId, url } = await checkout();
  expect(await walletNow(userId)).toEqual(HELD);
  await payOn({ url });
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 10_000, amountDue: 0 });
  expect(await storedPayment(paymentId)).toMatchObject({
    status: 'SUCCEEDED',
    amount: 8_000,
    walletPart: { status: 'CAPTURED' },
    allocations: [{ invoiceId, amount: 8_000 }],
  });
  expect(await walletPartOf(paymentId)).toMatchObject({
    status: 'SUCCEEDED',
    allocations: [{ invoiceId, amount: 2_000 }],
  });
  expect(await walletNow(userId)).toEqual(HELD);
});

test('a declined card: the 20 € come back, once; the next card in the same form pays what it can', async () => {
  const { paymentId, url } = await checkout();
  await payOn({ url }, testCards.insufficientFunds);
  expect(await storedPayment(paymentId)).toMatchObject({
    status: 'FAILED',
    failureReason: 'FUNDS',
    walletPart: { status: 'RELEASED' },
  });
  expect(await walletNow(userId)).toEqual(BACK);

  await payOn({ url });
  expect(await storedInvoice(invoiceId)).toMatchObject({
    status: 'PARTIAL',
    amountPaid: 8_000,
    amountDue: 2_000,
  });
  expect(await walletNow(userId)).toEqual(BACK);
});

test('expiry: the 20 € come back, once', async () => {
  const { paymentId } = await checkout();
  paytr.gateway.expire(merchantOid(paymentId));
  await paytr.settled();
  expect(await storedPayment(paymentId)).toMatchObject({
    status: 'FAILED',
    walletPart: { status: 'RELEASED' },
  });
  expect(await walletPartOf(paymentId)).toMatchObject({ status: 'FAILED' });
  expect(await walletNow(userId)).toEqual(BACK);
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PENDING', amountDue: 10_000 });
});

test('success after expiry: the card’s 80 € pay what they can, and the 20 € pay the rest', async () => {
  const { paymentId } = await checkout();
  paytr.gateway.expire(merchantOid(paymentId));
  await paytr.settled();
  const notice = aSaleNotice({
    merchant_oid: merchantOid(paymentId),
    total_amount: '8000',
    payment_amount: '8000',
    currency: 'EUR',
  });
  const answers = await Promise.all(
    Array.from({ length: COPIES }, () => send(paytr.webhookUrl, paytrCallback(notice))),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(COPIES).fill(200));
  expect(await storedPayment(paymentId)).toMatchObject({
    status: 'SUCCEEDED',
    walletPart: { status: 'RELEASED' },
  });
  expect(await storedInvoice(invoiceId)).toMatchObject({
    status: 'PARTIAL',
    amountPaid: 8_000,
    amountDue: 2_000,
  });
  expect(await walletNow(userId)).toEqual(BACK);

  expect(await checkout()).toMatchObject({ kind: 'SETTLED' });
  expect(await storedInvoice(invoiceId)).toMatchObject({ status: 'PAID', amountPaid: 10_000, amountDue: 0 });
  expect(await walletNow(userId)).toEqual({ balance: 0, amounts: [-2_000, -2_000, 2_000, 2_000] });
});

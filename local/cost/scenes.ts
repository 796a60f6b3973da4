import { randomUUID } from 'node:crypto';
import { minorUnits } from '../../functions/src/core/money';
import { payment, wallet } from '../../functions/src/index';
import { firestore } from '../../functions/src/platform/firestore';
import { paths } from '../../functions/src/schema/paths';
import { call, finance, signedIn } from '../../functions/src/testing/calls';
import { aProduct } from '../../functions/src/testing/factories';
import { aCustomer, anIssuedInvoice, seed } from '../../functions/src/testing/world';

/** Where most cases begin. Invoices are over 120.00, of which a wallet may pay 20.00. */
export interface Scene {
  readonly userId: string;
  readonly invoiceId: string;
}

const WALLET_BALANCE = minorUnits(2_000);

/** A customer whom Stripe serves, with an issued invoice. */
export async function abroad(): Promise<Scene> {
  const userId = await aCustomer({ country: 'DE', currency: 'EUR', locale: 'en' });
  return { userId, invoiceId: await anIssuedInvoice(userId) };
}

/** A customer whom PayTR serves, with an issued invoice. */
export async function inTurkey(): Promise<Scene> {
  const userId = await aCustomer();
  return { userId, invoiceId: await anIssuedInvoice(userId) };
}

/** Gives a customer a wallet, with its balance in one entry. */
export async function fillWallet(userId: string, currency: string, balance = WALLET_BALANCE): Promise<void> {
  const stamps = { createdAt: new Date(), updatedAt: new Date() };
  await seed(firestore(), {
    [paths.wallet(userId, currency)]: { userId, currency, balance, ...stamps },
    [paths.walletEntry(userId, currency, 'first')]: {
      amount: balance,
      kind: 'ADJUSTMENT',
      reason: null,
      paymentId: null,
      balanceAfter: balance,
      ...stamps,
    },
  });
}

export async function aProductInEuro(): Promise<string> {
  await seed(firestore(), { [paths.product('server')]: aProduct({ currency: 'EUR' }) });
  return 'server';
}

export async function checkout({ userId, invoiceId }: Scene, wish: object = {}) {
  return call(payment.checkout, checkoutRequest(invoiceId, wish), signedIn(userId));
}

export const checkoutRequest = (invoiceId: string, wish: object = {}) => ({
  attemptId: randomUUID(),
  invoiceIds: [invoiceId],
  ...wish,
});

/** Fills the wallet of a customer in Turkey. */
export async function topUp({ userId }: Scene) {
  const request = { attemptId: randomUUID(), currency: 'TRY', amount: minorUnits(5_000) };
  return call(wallet.topUp, request, signedIn(userId));
}

/** The invoice paid by bank transfer. */
export async function paidByTransfer({ invoiceId }: Scene): Promise<string> {
  return (await call(payment.recordBankTransfer, transferRequest([invoiceId]), finance)).paymentId;
}

export const transferRequest = (invoiceIds: readonly string[], currency = 'EUR') => ({
  requestId: randomUUID(),
  invoiceIds,
  amount: minorUnits(12_000 * invoiceIds.length),
  currency,
  receivedOn: '2026-03-10',
});

export const refundRequest = (paymentId: string, destination: 'GATEWAY' | 'BANK' | 'WALLET') => ({
  requestId: randomUUID(),
  paymentId,
  amount: minorUnits(6_000),
  destination,
  reason: 'Service was interrupted',
});

import { actorOf } from '../platform/auth';
import { PAYMENT_ID_LENGTH, derivedId } from '../platform/ids';
import { operation } from '../platform/operation';
import type { Get } from '../platform/transact';
import { transact } from '../platform/transact';
import { recordBankTransferRequest } from '../schema/bank-transaction';
import type { Invoice } from '../schema/invoice';
import { paths } from '../schema/paths';
import type { Wallet } from '../schema/wallet';
import { recordBankTransfer as decideRecord } from './rules/record-bank-transfer';

/** `payment.recordBankTransfer`: money that finance saw on the bank account, for invoices of one customer. */
export const recordBankTransfer = operation({
  request: recordBankTransferRequest,
  allowed: 'staff',
  run: ({ requestId, reference, ...transfer }, { caller, db, now }) => {
    const paymentId = derivedId(PAYMENT_ID_LENGTH, 'bankTransfer', caller.uid, requestId);
    const command = { ...transfer, paymentId, reference: reference ?? null, actor: actorOf(caller) };
    return transact(db, now, async (get) => {
      const found = await get({
        payment: paths.payment(paymentId),
        invoices: transfer.invoiceIds.map(paths.invoice),
      });
      const wallet = await readPayerWallet(get, found.invoices, transfer.currency);
      return decideRecord({ ...found, wallet }, command, now);
    });
  },
});

/** The wallet of the invoices' customer, who is known once the invoices are read. */
export async function readPayerWallet(
  get: Get,
  [first]: readonly (Invoice | null)[],
  currency: string,
): Promise<Wallet | null> {
  if (!first) return null;
  const { wallet } = await get({ wallet: paths.wallet(first.userId, currency) });
  return wallet;
}

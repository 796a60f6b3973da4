import { actorOf } from '../platform/auth';
import { PAYMENT_ID_LENGTH, derivedId } from '../platform/ids';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { recordBankTransferRequest } from '../schema/bank-transaction';
import { paths } from '../schema/paths';
import { readSubscriptions } from '../subscriptions/read-subscriptions';
import { readPayerWallet } from './read-payer-wallet';
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
        ...readSubscriptions.ask(transfer.invoiceIds),
      });
      const wallet = await readPayerWallet(get, found.invoices, transfer.currency);
      const subscriptions = readSubscriptions.found(transfer.invoiceIds, found.subscriptions);
      return decideRecord({ ...found, subscriptions, wallet }, command, now);
    });
  },
});

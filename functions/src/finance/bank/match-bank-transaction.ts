import { readPayerWallet } from '../../payments/read-payer-wallet';
import { readSubscriptions } from '../../subscriptions/read-subscriptions';
import { actorOf } from '../../platform/auth';
import { PAYMENT_ID_LENGTH, derivedId } from '../../platform/ids';
import { operation } from '../../platform/operation';
import { transact } from '../../platform/transact';
import { matchBankTransactionRequest } from '../../schema/bank-transaction';
import { paths } from '../../schema/paths';
import { matchBankTransaction as decideMatch } from './rules/match-bank-transaction';

/** `finance.matchBankTransaction`: money of a statement becomes a payment for the invoices that finance names. */
export const matchBankTransaction = operation({
  request: matchBankTransactionRequest,
  allowed: 'staff',
  run: ({ bankTransactionId, invoiceIds }, { caller, db, now }) => {
    // One payment of each line, whoever asks.
    const paymentId = derivedId(PAYMENT_ID_LENGTH, 'bankTransaction', bankTransactionId);
    const command = { bankTransactionId, paymentId, invoiceIds, actor: actorOf(caller) };
    return transact(db, now, async (get) => {
      const found = await get({
        bankTransaction: paths.bankTransaction(bankTransactionId),
        payment: paths.payment(paymentId),
        invoices: invoiceIds.map(paths.invoice),
        ...readSubscriptions.ask(invoiceIds),
      });
      const currency = found.bankTransaction?.currency;
      const wallet = currency === undefined ? null : await readPayerWallet(get, found.invoices, currency);
      const subscriptions = readSubscriptions.found(invoiceIds, found.subscriptions);
      return decideMatch({ ...found, subscriptions, wallet }, command, now);
    });
  },
});

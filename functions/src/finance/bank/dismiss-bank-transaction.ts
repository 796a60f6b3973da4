import { actorOf } from '../../platform/auth';
import { operation } from '../../platform/operation';
import { transact } from '../../platform/transact';
import { dismissBankTransactionRequest } from '../../schema/bank-transaction';
import { paths } from '../../schema/paths';
import { dismissBankTransaction as decideDismiss } from './rules/dismiss-bank-transaction';

/** `finance.dismissBankTransaction`: sets a line of a statement aside that pays no invoice. */
export const dismissBankTransaction = operation({
  request: dismissBankTransactionRequest,
  allowed: 'staff',
  run: ({ bankTransactionId, reason }, { caller, db, now }) => {
    const command = { bankTransactionId, reason, actor: actorOf(caller) };
    return transact(db, now, async (get) =>
      decideDismiss(await get({ bankTransaction: paths.bankTransaction(bankTransactionId) }), command),
    );
  },
});

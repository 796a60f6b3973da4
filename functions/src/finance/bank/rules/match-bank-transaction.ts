import type { Decision } from '../../../core/decision';
import { update } from '../../../core/decision';
import { BillingError, must } from '../../../platform/errors';
import type { BankTransferDocuments } from '../../../payments/rules/record-bank-transfer';
import { takeBankTransfer } from '../../../payments/rules/record-bank-transfer';
import type { BankTransaction, RecordBankTransferAnswer } from '../../../schema/bank-transaction';
import { paths } from '../../../schema/paths';
import type { Payment } from '../../../schema/payment';
import type { Actor } from '../../rules/audit';
import { auditWrite } from '../../rules/audit';

/**
 * Finance says which invoices money on the bank account is for: it becomes a payment, and the line is done with.
 * The same again answers the same payment.
 *
 * @throws BillingError BANK_TRANSACTION_NOT_FOUND; BANK_TRANSACTION_SETTLED when it was dismissed, or matched to
 *   other invoices; or as `takeBankTransfer` does.
 */
export function matchBankTransaction(
  documents: BankTransferDocuments & {
    readonly bankTransaction: BankTransaction | null;
    readonly payment: Payment | null;
  },
  command: { bankTransactionId: string; paymentId: string; invoiceIds: readonly string[]; actor: Actor },
  now: Date,
): Decision<RecordBankTransferAnswer> {
  const { bankTransactionId, paymentId, invoiceIds, actor } = command;
  const line = must(documents.bankTransaction, 'BANK_TRANSACTION_NOT_FOUND', { bankTransactionId });
  const { payment } = documents;
  if (payment !== null && isSame(payment.invoiceIds, invoiceIds)) {
    return { writes: [], result: { paymentId, creditedToWallet: payment.creditedToWallet } };
  }
  if (line.status !== 'OPEN') throw new BillingError('BANK_TRANSACTION_SETTLED', { bankTransactionId });

  const { amount, currency, bookedOn, bankReference } = line;
  const transfer = {
    paymentId,
    invoiceIds,
    amount,
    currency,
    receivedAt: bookedOn,
    reference: bankReference,
  };
  const taken = takeBankTransfer(documents, transfer, now);
  const path = paths.bankTransaction(bankTransactionId);
  return {
    writes: [
      update(path, { status: 'MATCHED', paymentId }),
      ...taken.writes,
      auditWrite(actor, 'finance.matchBankTransaction', path),
    ],
    result: taken.result,
  };
}

function isSame(ids: readonly string[], others: readonly string[]): boolean {
  return ids.length === others.length && ids.every((id, index) => id === others[index]);
}

import type { Decision } from '../../../core/decision';
import { update } from '../../../core/decision';
import { BillingError, must } from '../../../platform/errors';
import type { BankTransaction } from '../../../schema/bank-transaction';
import { paths } from '../../../schema/paths';
import type { Actor } from '../../rules/audit';
import { auditWrite } from '../../rules/audit';

/**
 * Finance says that a line is none of billing's, such as a capital payment or one recorded by hand before. The
 * reason is kept in the audit log. A line that is dismissed stays so, and dismissing it again changes nothing.
 *
 * @throws BillingError BANK_TRANSACTION_NOT_FOUND; BANK_TRANSACTION_SETTLED when it has become a payment.
 */
export function dismissBankTransaction(
  { bankTransaction }: { bankTransaction: Pick<BankTransaction, 'status'> | null },
  command: { bankTransactionId: string; reason: string; actor: Actor },
): Decision<{ bankTransactionId: string }> {
  const { bankTransactionId, reason, actor } = command;
  const { status } = must(bankTransaction, 'BANK_TRANSACTION_NOT_FOUND', { bankTransactionId });
  const path = paths.bankTransaction(bankTransactionId);
  const result = { bankTransactionId };
  switch (status) {
    case 'OPEN':
      return {
        writes: [
          update(path, { status: 'DISMISSED' }),
          auditWrite(actor, 'finance.dismissBankTransaction', path, reason),
        ],
        result,
      };
    case 'DISMISSED':
      return { writes: [], result };
    case 'MATCHED':
      throw new BillingError('BANK_TRANSACTION_SETTLED', { bankTransactionId });
  }
}

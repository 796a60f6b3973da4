import { add, ZERO } from '@hyble/billing-functions/src/core/money';
import type { BankTransaction } from '@hyble/billing-functions/src/schema/bank-transaction';
import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/form-dialog';
import { ActionProblem } from '../../components/problem';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { useFormAction } from '../../lib/use-form-action';
import { matchBankTransaction } from './manage-finance';

/** What a field that chooses invoices needs to know. */
export interface InvoiceChoice {
  readonly amount: number;
  readonly currency: string;
  readonly chosen: readonly Stored<Invoice>[];
  readonly onChoose: (invoices: readonly Stored<Invoice>[]) => void;
  readonly error: string | null;
}

interface MatchDialogProps {
  readonly line: Stored<BankTransaction>;
  readonly picker: (choice: InvoiceChoice) => ReactNode;
  readonly onClose: () => void;
}

/** Says which invoices a line of a statement pays. */
export function MatchDialog({ line, picker, onClose }: MatchDialogProps) {
  const { t } = useTranslation('console');
  const format = useFormat();
  const { amount, currency } = line;
  const [chosen, setChosen] = useState<readonly Stored<Invoice>[]>([]);
  const match = useFormAction(async () => {
    await matchBankTransaction({ bankTransactionId: line.id, invoiceIds: chosen.map(({ id }) => id) });
    onClose();
  });
  const money = (sum: number) => format.money(sum, currency);
  const due = add(ZERO, ...chosen.map(({ amountDue }) => amountDue));
  const payer = line.payer ?? t('bank.unknownPayer');
  return (
    <FormDialog
      title={t('bank.matchTitle')}
      form={match}
      isRight={chosen.length > 0}
      submit={t('bank.matchSubmit', { amount: money(amount) })}
      onClose={onClose}
    >
      <div>
        <Text size="sm">{t('bank.matchLead', { amount: money(amount), payer })}</Text>
        <Text size="sm" c="dimmed">
          {line.remittance}
        </Text>
      </div>
      {picker({
        amount,
        currency,
        chosen,
        onChoose: setChosen,
        error: match.isChecked && chosen.length === 0 ? t('bank.invoicesMissing') : null,
      })}
      {chosen.length > 0 && (
        <Text size="sm" role="status">
          {t('bank.sum', { due: money(due) })}{' '}
          {amount > due && t('transfer.more', { amount: money(amount - due) })}
          {amount < due && t('transfer.less', { amount: money(due - amount) })}
        </Text>
      )}
      <ActionProblem error={match.error} />
    </FormDialog>
  );
}

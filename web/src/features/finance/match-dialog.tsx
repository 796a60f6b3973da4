import { add, ZERO } from '@hyble/billing-functions/src/core/money';
import type { BankTransaction } from '@hyble/billing-functions/src/schema/bank-transaction';
import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionProblem } from '../../components/problem';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { useAction } from '../../lib/use-action';
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
  const { t: common } = useTranslation();
  const format = useFormat();
  const { amount, currency } = line;
  const [chosen, setChosen] = useState<readonly Stored<Invoice>[]>([]);
  const [isChecked, setIsChecked] = useState(false);
  const match = useAction(async () => {
    await matchBankTransaction({ bankTransactionId: line.id, invoiceIds: chosen.map(({ id }) => id) });
    onClose();
  });
  const money = (sum: number) => format.money(sum, currency);
  const due = add(ZERO, ...chosen.map(({ amountDue }) => amountDue));
  const payer = line.payer ?? t('bank.unknownPayer');
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      title={t('bank.matchTitle')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setIsChecked(true);
          if (chosen.length > 0) void match.run();
        }}
      >
        <Stack gap="md">
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
            error: isChecked && chosen.length === 0 ? t('bank.invoicesMissing') : null,
          })}
          {chosen.length > 0 && (
            <Text size="sm" role="status">
              {t('bank.sum', { due: money(due) })}{' '}
              {amount > due && t('transfer.more', { amount: money(amount - due) })}
              {amount < due && t('transfer.less', { amount: money(due - amount) })}
            </Text>
          )}
          <ActionProblem error={match.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {common('goBack')}
            </Button>
            <Button type="submit" loading={match.isRunning}>
              {t('bank.matchSubmit', { amount: money(amount) })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

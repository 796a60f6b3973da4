import { dayOf, startOfDay } from '@hyble/billing-functions/src/core/calendar';
import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/form-dialog';
import { MoneyInput } from '../../components/money-input';
import { ActionProblem } from '../../components/problem';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { moneyFieldText, readMoney } from '../../lib/number-input';
import { useFormAction } from '../../lib/use-form-action';
import { recordBankTransfer } from './manage-payment';

interface RecordTransferDialogProps {
  readonly invoice: Stored<Invoice>;
  readonly onClose: () => void;
}

const LONGEST_REFERENCE = 140;

/** Records money for an invoice that finance saw on the bank account; once for each dialog. */
export function RecordTransferDialog({ invoice, onClose }: RecordTransferDialogProps) {
  const { t } = useTranslation('console');
  const format = useFormat();
  const { currency, invoiceNumber } = invoice;
  const [today] = useState(() => dayOf(new Date()));
  // What was due when the dialog opened: its own money, once recorded, must not change what it says.
  const [due] = useState(invoice.amountDue);
  const [requestId] = useState(() => crypto.randomUUID());
  const [text, setText] = useState(() => moneyFieldText(due, currency, format.locale));
  const [receivedOn, setReceivedOn] = useState(today);
  const [reference, setReference] = useState('');
  const read = readMoney(text, currency, format.locale);
  const amount = read.kind === 'amount' && read.amount > 0 ? read.amount : null;
  const isDayRight = !Number.isNaN(startOfDay(receivedOn).getTime()) && receivedOn <= today;

  const record = useFormAction(async () => {
    if (amount === null) return;
    const written = reference.trim();
    await recordBankTransfer({
      requestId,
      invoiceIds: [invoice.id],
      amount,
      currency,
      receivedOn,
      ...(written === '' ? {} : { reference: written }),
    });
    onClose();
  });
  const { isChecked, isLocked } = record;
  const money = (sum: number) => format.money(sum, currency);
  return (
    <FormDialog
      title={t('transfer.title')}
      form={record}
      isRight={amount !== null && isDayRight}
      submit={amount === null ? t('transfer.record') : t('transfer.submit', { amount: money(amount) })}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('transfer.lead', { number: invoiceNumber ?? '', amount: money(due) })}
      </Text>
      <MoneyInput
        label={t('transfer.amount', { currency })}
        {...describe(amount, due)}
        currency={currency}
        text={text}
        onText={setText}
        readOnly={isLocked}
        error={
          isChecked && amount === null
            ? t('transfer.problems.amount', { example: moneyFieldText(10_000, currency, format.locale) })
            : null
        }
      />
      <TextInput
        type="date"
        label={t('transfer.receivedOn')}
        max={today}
        value={receivedOn}
        readOnly={isLocked}
        error={isChecked && !isDayRight ? t('transfer.problems.receivedOn') : null}
        onChange={(event) => {
          setReceivedOn(event.currentTarget.value);
        }}
      />
      <TextInput
        label={t('transfer.reference')}
        description={t('transfer.referenceHint')}
        value={reference}
        maxLength={LONGEST_REFERENCE}
        readOnly={isLocked}
        onChange={(event) => {
          setReference(event.currentTarget.value);
        }}
      />
      <ActionProblem error={record.error} />
    </FormDialog>
  );

  function describe(received: number | null, owed: number): { description?: string } {
    if (received === null || received === owed) return {};
    return received > owed
      ? { description: t('transfer.more', { amount: money(received - owed) }) }
      : { description: t('transfer.less', { amount: money(owed - received) }) };
  }
}

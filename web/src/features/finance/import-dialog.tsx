import type { ImportBankStatementAnswer } from '@hyble/billing-functions/src/schema/bank-transaction';
import { FileInput, Group, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/form-dialog';
import { ActionProblem } from '../../components/problem';
import { useFormAction } from '../../lib/use-form-action';
import { importBankStatement } from './manage-finance';
import { decodeStatement, formatOf, LONGEST_STATEMENT } from './read-statement';

interface ImportDialogProps {
  readonly onDone: (answer: ImportBankStatementAnswer) => void;
  readonly onClose: () => void;
}

const CURRENCIES = ['TRY', 'EUR', 'USD', 'GBP'];

/** Takes a bank's statement file. Asks for account and currency only where a CSV file may not name them. */
export function ImportDialog({ onDone, onClose }: ImportDialogProps) {
  const { t } = useTranslation('console');
  const [file, setFile] = useState<File | null>(null);
  const [account, setAccount] = useState('');
  const [currency, setCurrency] = useState<string | null>('TRY');
  const [isTooLarge, setIsTooLarge] = useState(false);
  const format = file === null ? null : formatOf(file.name);

  const load = useFormAction(async () => {
    if (file === null || format === null) return;
    const content = decodeStatement(await file.arrayBuffer());
    if (content.length > LONGEST_STATEMENT) {
      setIsTooLarge(true);
      return;
    }
    const iban = account.replace(/\s/g, '');
    const named = {
      ...(iban === '' ? {} : { account: iban }),
      ...(currency === null ? {} : { currency }),
    };
    onDone(await importBankStatement({ format, content, ...(format === 'CSV' ? named : {}) }));
  });
  const isMissing = load.isChecked && file === null;
  const problem = isMissing ? t('bank.fileMissing') : isTooLarge ? t('bank.fileTooLarge') : null;
  return (
    <FormDialog
      title={t('bank.importTitle')}
      form={load}
      isRight={file !== null}
      submit={t('bank.importSubmit')}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('bank.importLead')}
      </Text>
      <FileInput
        label={t('bank.file')}
        placeholder={t('bank.filePlaceholder')}
        accept=".xml,.csv,.txt,text/csv,text/xml,application/xml"
        value={file}
        error={problem}
        disabled={load.isRunning}
        onChange={(chosen) => {
          setIsTooLarge(false);
          load.reset();
          setFile(chosen);
        }}
      />
      {format === 'CSV' && (
        <Group gap="sm" align="flex-start" grow>
          <TextInput
            label={t('bank.account')}
            description={t('bank.accountHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={account}
            maxLength={64}
            readOnly={load.isRunning}
            onChange={(event) => {
              setAccount(event.currentTarget.value);
            }}
          />
          <Select
            label={t('bank.currency')}
            data={CURRENCIES}
            value={currency}
            allowDeselect={false}
            readOnly={load.isRunning}
            onChange={setCurrency}
          />
        </Group>
      )}
      <ActionProblem error={load.error} />
    </FormDialog>
  );
}

import type { ImportBankStatementAnswer } from '@hyble/billing-functions/src/schema/bank-transaction';
import { Button, FileInput, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionProblem } from '../../components/problem';
import { useAction } from '../../lib/use-action';
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
  const { t: common } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [account, setAccount] = useState('');
  const [currency, setCurrency] = useState<string | null>('TRY');
  const [problem, setProblem] = useState<'fileMissing' | 'fileTooLarge' | null>(null);
  const format = file === null ? null : formatOf(file.name);

  const load = useAction(async () => {
    if (file === null || format === null) return;
    const content = decodeStatement(await file.arrayBuffer());
    if (content.length > LONGEST_STATEMENT) {
      setProblem('fileTooLarge');
      return;
    }
    const iban = account.replace(/\s/g, '');
    const named = {
      ...(iban === '' ? {} : { account: iban }),
      ...(currency === null ? {} : { currency }),
    };
    onDone(await importBankStatement({ format, content, ...(format === 'CSV' ? named : {}) }));
  });
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      title={t('bank.importTitle')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setProblem(file === null ? 'fileMissing' : null);
          if (file !== null) void load.run();
        }}
      >
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t('bank.importLead')}
          </Text>
          <FileInput
            label={t('bank.file')}
            placeholder={t('bank.filePlaceholder')}
            accept=".xml,.csv,.txt,text/csv,text/xml,application/xml"
            value={file}
            error={problem === null ? null : t(`bank.${problem}`)}
            disabled={load.isRunning}
            onChange={(chosen) => {
              setProblem(null);
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
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {common('goBack')}
            </Button>
            <Button type="submit" loading={load.isRunning}>
              {t('bank.importSubmit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

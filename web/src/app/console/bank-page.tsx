import type {
  BankTransaction,
  ImportBankStatementAnswer,
} from '@hyble/billing-functions/src/schema/bank-transaction';
import { Button, Group, Stack } from '@mantine/core';
import { IconCircleCheck, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { LinkTabs } from '../../components/link-tabs';
import { Notice } from '../../components/notice';
import { PageTitle } from '../../components/page-title';
import { BankList } from '../../features/finance/bank-list';
import { ImportDialog } from '../../features/finance/import-dialog';
import { useBankTransactions } from '../../features/finance/use-bank-transactions';
import { InvoiceLink } from '../../features/invoices/invoice-link';
import { InvoicePicker } from '../../features/invoices/invoice-picker';
import { paths } from '../../lib/paths';

const STATUSES: readonly BankTransaction['status'][] = ['OPEN', 'MATCHED', 'DISMISSED'];

/** Money that came into the bank account, and the invoices that it pays. */
export default function BankPage() {
  const { t } = useTranslation('console');
  const [search] = useSearchParams();
  const status = STATUSES.find((known) => known === search.get('status')) ?? 'OPEN';
  const lines = useBankTransactions(status);
  const [isImporting, setIsImporting] = useState(false);
  const [imported, setImported] = useState<ImportBankStatementAnswer | null>(null);
  return (
    <Stack gap="lg">
      <Group justify="space-between" gap="sm">
        <PageTitle text={t('bank.title')} />
        <Button
          leftSection={<IconUpload size={16} aria-hidden />}
          onClick={() => {
            setImported(null);
            setIsImporting(true);
          }}
        >
          {t('bank.import')}
        </Button>
      </Group>
      {imported !== null && (
        <Notice
          meaning="good"
          role="status"
          icon={IconCircleCheck}
          title={
            imported.imported === 0
              ? t('bank.importedNone')
              : t('bank.imported', { count: imported.imported })
          }
        >
          {t('bank.importedDetail', { known: imported.known, skipped: imported.skipped })}
        </Notice>
      )}
      <LinkTabs
        label={t('bank.filter')}
        tabs={STATUSES.map((known) => ({
          label: t(`bank.statuses.${known}`),
          href: paths.consoleBankBy(known === 'OPEN' ? null : known),
          isCurrent: known === status,
        }))}
      />
      <BankList
        lines={lines}
        status={status}
        invoiceLink={(invoiceId) => <InvoiceLink invoiceId={invoiceId} />}
        picker={(choice) => <InvoicePicker {...choice} />}
      />
      {isImporting && (
        <ImportDialog
          onDone={(answer) => {
            setImported(answer);
            setIsImporting(false);
          }}
          onClose={() => {
            setIsImporting(false);
          }}
        />
      )}
    </Stack>
  );
}

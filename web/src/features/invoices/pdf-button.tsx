import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ActionProblem } from '../../components/problem';
import type { Stored } from '../../lib/documents';
import { useAction } from '../../lib/use-action';
import { downloadPdf } from './download-pdf';

/** Nothing for a draft, which has no PDF. */
export function PdfButton({ invoice }: { invoice: Pick<Stored<Invoice>, 'id' | 'invoiceNumber'> }) {
  const { t } = useTranslation();
  const { run, isRunning, error } = useAction(downloadPdf);
  const { id, invoiceNumber } = invoice;
  if (invoiceNumber === null) return null;
  return (
    <>
      <Button
        variant="default"
        loading={isRunning}
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => {
          void run(id, invoiceNumber);
        }}
      >
        {t('invoice.downloadPdf')}
      </Button>
      <ActionProblem error={error} />
    </>
  );
}

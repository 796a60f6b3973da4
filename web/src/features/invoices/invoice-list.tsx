import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { InvoiceTable } from '../../components/billing/invoice-table';
import type { InvoiceSelection, InvoiceSorting } from '../../components/billing/invoice-table';
import { InvoiceTableSkeleton } from '../../components/billing/invoice-table-skeleton';
import { LiveProblemView } from '../../components/problem';
import type { Stored } from '../../lib/documents';
import type { Live } from '../../lib/live';
import type { Pages } from '../../lib/live-pages';

interface InvoiceListProps {
  readonly invoices: Live<Pages<Stored<Invoice>>>;
  readonly caption: string;
  readonly hrefOf: (invoiceId: string) => string;
  readonly customerOf?: (invoice: Stored<Invoice>) => ReactNode;
  readonly selection?: InvoiceSelection;
  readonly sorting?: InvoiceSorting;
  /** What stands in for the table when there is no row. */
  readonly empty: ReactNode;
}

/** A list in each of its states: on its way, failed, empty, and rows with more to load. */
export function InvoiceList({ invoices, empty, ...table }: InvoiceListProps) {
  const { t } = useTranslation();
  if (invoices.status === 'loading') return <InvoiceTableSkeleton />;
  if (invoices.status === 'failed') return <LiveProblemView {...invoices} />;
  const { rows, loadMore, isLoadingMore } = invoices.data;
  if (rows.length === 0) return empty;
  return (
    <>
      <InvoiceTable {...table} invoices={rows} />
      {(loadMore !== null || isLoadingMore) && (
        <Group justify="center" mt="lg">
          <Button variant="default" loading={isLoadingMore} onClick={() => loadMore?.()}>
            {t('loadMore')}
          </Button>
        </Group>
      )}
    </>
  );
}

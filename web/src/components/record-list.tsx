import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Live } from '../lib/live';
import type { Pages } from '../lib/live-pages';
import { InvoiceTableSkeleton } from './billing/invoice-table-skeleton';
import { LiveProblemView } from './problem';
import { RecordTable } from './record-table';
import type { Column } from './record-table';

interface RecordListProps<T> {
  readonly records: Live<Pages<T>>;
  readonly caption: string;
  readonly columns: readonly [Column<T>, ...Column<T>[]];
  /** What stands in for the table when there is no row. */
  readonly empty: ReactNode;
}

/** A list in each of its states: on its way, failed, empty, and rows with more to load. */
export function RecordList<T extends { readonly id: string }>({
  records,
  caption,
  columns,
  empty,
}: RecordListProps<T>) {
  const { t } = useTranslation();
  if (records.status === 'loading') return <InvoiceTableSkeleton />;
  if (records.status === 'failed') return <LiveProblemView {...records} />;
  const { rows, loadMore, isLoadingMore } = records.data;
  if (rows.length === 0) return empty;
  return (
    <>
      <RecordTable caption={caption} rows={rows} columns={columns} />
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

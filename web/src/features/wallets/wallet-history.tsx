import type { WalletEntry } from '@hyble/billing-functions/src/schema/wallet';
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { InvoiceTableSkeleton } from '../../components/billing/invoice-table-skeleton';
import { WalletEntries } from '../../components/billing/wallet-entries';
import { Empty } from '../../components/empty';
import { LiveProblemView } from '../../components/problem';
import type { Stored } from '../../lib/documents';
import type { Live } from '../../lib/live';
import type { Pages } from '../../lib/live-pages';

interface WalletHistoryProps {
  readonly entries: Live<Pages<Stored<WalletEntry>>>;
  readonly currency: string;
}

/** A wallet's movements in each state: on their way, failed, none yet, and rows with more to load. */
export function WalletHistory({ entries, currency }: WalletHistoryProps) {
  const { t } = useTranslation();
  if (entries.status === 'loading') return <InvoiceTableSkeleton />;
  if (entries.status === 'failed') return <LiveProblemView {...entries} />;
  const { rows, loadMore, isLoadingMore } = entries.data;
  if (rows.length === 0) return <Empty text={t('wallet.empty')} />;
  return (
    <>
      <WalletEntries entries={rows} currency={currency} />
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

import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { Button, Group, Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SubscriptionCard } from '../../components/billing/subscription-card';
import { Delayed } from '../../components/delayed';
import { LiveProblemView } from '../../components/problem';
import type { Stored } from '../../lib/documents';
import type { Live } from '../../lib/live';
import type { Pages } from '../../lib/live-pages';
import { paths } from '../../lib/paths';
import classes from './subscription-list.module.css';

interface SubscriptionListProps {
  readonly subscriptions: Live<Pages<Stored<Subscription>>>;
  /** What stands in for the list when there is none. */
  readonly empty: ReactNode;
}

/** A customer's subscriptions, newest first; each leads to its page. */
export function SubscriptionList({ subscriptions, empty }: SubscriptionListProps) {
  const { t } = useTranslation('subscriptions');
  const { t: common } = useTranslation();
  if (subscriptions.status === 'loading') {
    return (
      <Delayed>
        <Stack gap="sm">
          <Skeleton height={76} />
          <Skeleton height={76} />
        </Stack>
      </Delayed>
    );
  }
  if (subscriptions.status === 'failed') return <LiveProblemView {...subscriptions} />;
  const { rows, loadMore, isLoadingMore } = subscriptions.data;
  if (rows.length === 0) return empty;
  return (
    <>
      <ul aria-label={t('caption')} className={classes.list}>
        {rows.map((subscription) => (
          <li key={subscription.id}>
            <SubscriptionCard subscription={subscription} href={paths.subscription(subscription.id)} />
          </li>
        ))}
      </ul>
      {(loadMore !== null || isLoadingMore) && (
        <Group justify="center">
          <Button variant="default" loading={isLoadingMore} onClick={() => loadMore?.()}>
            {common('loadMore')}
          </Button>
        </Group>
      )}
    </>
  );
}

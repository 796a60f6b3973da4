import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import money from '../../components/billing/money.module.css';
import { usePeriodPrice } from '../../components/billing/period-price';
import { SubscriptionStatusBadge } from '../../components/billing/subscription-status-badge';
import { RecordList } from '../../components/record-list';
import { consolePaths } from '../../lib/console-paths';
import type { Stored } from '../../lib/documents';
import type { Live } from '../../lib/live';
import type { Pages } from '../../lib/live-pages';
import { NextWords } from './next-words';

interface AllSubscriptionsListProps {
  readonly subscriptions: Live<Pages<Stored<Subscription>>>;
  readonly caption: string;
  readonly customerOf: (subscription: Stored<Subscription>) => ReactNode;
  readonly empty: ReactNode;
}

/** Subscriptions as finance reads them: whose, what happens next and when, and why the last attempt failed. */
export function AllSubscriptionsList(props: AllSubscriptionsListProps) {
  const { subscriptions, caption, customerOf, empty } = props;
  const { t } = useTranslation('console');
  const priceOf = usePeriodPrice();
  return (
    <RecordList
      records={subscriptions}
      caption={caption}
      empty={empty}
      columns={[
        {
          key: 'plan',
          label: t('subscriptions.plan'),
          cell: ({ id, planName }) => (
            <Anchor component={Link} href={consolePaths.subscription(id)} size="sm" inherit>
              {planName}
            </Anchor>
          ),
        },
        { key: 'customer', label: t('subscriptions.customer'), cell: customerOf },
        {
          key: 'price',
          label: t('subscriptions.price'),
          isFigure: true,
          cell: (subscription) => (
            <span className={money.money}>{priceOf(subscription, subscription.currency)}</span>
          ),
        },
        {
          key: 'next',
          label: t('subscriptions.next'),
          cell: (subscription) => (
            <>
              <NextWords subscription={subscription} />
              <LastReason subscription={subscription} />
            </>
          ),
        },
        {
          key: 'status',
          label: t('subscriptions.status'),
          isHeadline: true,
          cell: (subscription) => <SubscriptionStatusBadge subscription={subscription} />,
        },
      ]}
    />
  );
}

/** Why it waits for money, in the words that its customer reads. */
function LastReason({ subscription: { dunning, currency } }: { subscription: Subscription }) {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  if (dunning === null) return null;
  const { reason, refusedMethodId } = dunning;
  return (
    <Text span size="xs" c="dimmed" display="block">
      {reason === null ? t('subscriptions.noCard') : common(`paymentFailures.${reason}`, { currency })}
      {refusedMethodId !== null && ` ${t('subscriptions.refused')}`}
    </Text>
  );
}

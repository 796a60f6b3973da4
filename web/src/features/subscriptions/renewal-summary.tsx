import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { Button, Skeleton, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import amounts from '../../components/billing/amount-due.module.css';
import { Money } from '../../components/billing/money';
import { Delayed } from '../../components/delayed';
import { Notice } from '../../components/notice';
import { LiveProblemView } from '../../components/problem';
import { SummaryCard } from '../../components/summary-card';
import { useNow } from '../../lib/browser-state';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import type { Live } from '../../lib/live';
import type { Pages } from '../../lib/live-pages';
import { paths } from '../../lib/paths';
import { grossOf, outlookOf } from '../../lib/subscription-outlook';

interface SubscriptionsProps {
  readonly subscriptions: Live<Pages<Stored<Subscription>>>;
}

/** What is charged next, when and for what; nothing for a customer of whom nothing renews. */
export function RenewalSummary({ subscriptions }: SubscriptionsProps) {
  const { t } = useTranslation('subscriptions');
  const format = useFormat();
  const now = useNow(60_000);
  if (subscriptions.status === 'loading') {
    return (
      <Delayed>
        <Skeleton height={56} />
      </Delayed>
    );
  }
  if (subscriptions.status === 'failed') return <LiveProblemView {...subscriptions} />;
  const [next] = subscriptions.data.rows
    .filter((subscription) => ['RENEWS', 'TRIAL'].includes(outlookOf(subscription, now).kind))
    .toSorted((a, b) => a.currentPeriodEnd.getTime() - b.currentPeriodEnd.getTime());
  if (next === undefined) return null;
  const { id, currency, currentPeriodEnd, pendingTerms, planName } = next;
  return (
    <SummaryCard label={t('overview.next')}>
      <p className={amounts.amount}>
        <Money amount={grossOf(pendingTerms ?? next)} currency={currency} />
      </p>
      <Text size="sm">
        {format.day(currentPeriodEnd)} · {pendingTerms?.planName ?? planName}
      </Text>
      <Button component={Link} href={paths.subscription(id)} variant="default">
        {t('overview.toSubscription')}
      </Button>
    </SummaryCard>
  );
}

/** The subscriptions that need their customer, each with the way straight to the fix; nothing when there is none. */
export function SubscriptionReminders({ subscriptions }: SubscriptionsProps) {
  const { t } = useTranslation('subscriptions');
  const now = useNow(60_000);
  const rows = subscriptions.status === 'ready' ? subscriptions.data.rows : [];
  return rows.map((subscription) => {
    const { kind } = outlookOf(subscription, now);
    if (kind !== 'PAST_DUE' && kind !== 'SUSPENDED') return null;
    const { id, planName } = subscription;
    return (
      <Notice
        key={id}
        meaning={kind === 'SUSPENDED' ? 'bad' : 'warn'}
        role="status"
        icon={IconAlertTriangle}
        title={t(`overview.${kind}`, { plan: planName })}
      >
        <Button component={Link} href={paths.subscription(id)} variant="default" size="xs">
          {t('overview.toFix')}
        </Button>
      </Notice>
    );
  });
}

import type { SubscriptionStatus } from '@hyble/billing-functions/src/schema/subscription';
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { Empty } from '../../components/empty';
import { LinkTabs } from '../../components/link-tabs';
import { PageTitle } from '../../components/page-title';
import { PersonName } from '../../features/customers/person-name';
import { AllSubscriptionsList } from '../../features/subscriptions/all-subscriptions-list';
import { useAllSubscriptions } from '../../features/subscriptions/use-all-subscriptions';
import type { SubscriptionTab } from '../../features/subscriptions/use-all-subscriptions';
import { consolePaths } from '../../lib/console-paths';

const STATUSES: readonly SubscriptionStatus[] = ['PAST_DUE', 'SUSPENDED', 'ACTIVE', 'CANCELLED'];
const TABS: readonly SubscriptionTab[] = ['attention', 'all', ...STATUSES];

/** Everybody's subscriptions, what waits for money first. Filters live in the address. */
export default function ConsoleSubscriptionsPage() {
  const { t } = useTranslation('console');
  const { t: words } = useTranslation('subscriptions');
  const [search] = useSearchParams();
  const customer = search.get('customer');
  const tab = TABS.find((known) => known === search.get('status')) ?? 'attention';
  const subscriptions = useAllSubscriptions({ tab, customer });
  const labelOf = (known: SubscriptionTab) =>
    known === 'attention' || known === 'all' ? t(`subscriptions.${known}`) : words(`statuses.${known}`);
  const isQueue = customer === null && tab === 'attention';
  return (
    <Stack gap="lg">
      <PageTitle text={t('subscriptions.title')} />
      {customer === null ? (
        <LinkTabs
          label={t('subscriptions.filter')}
          tabs={TABS.map((known) => ({
            label: labelOf(known),
            href: consolePaths.subscriptionsBy({ status: known === 'attention' ? null : known }),
            isCurrent: known === tab,
          }))}
        />
      ) : (
        <Group gap="md">
          <Text>
            {t('subscriptions.customer')}: <PersonName uid={customer} />
          </Text>
          <Anchor component={Link} href={consolePaths.subscriptions} size="sm">
            {t('subscriptions.everybody')}
          </Anchor>
        </Group>
      )}
      <AllSubscriptionsList
        subscriptions={subscriptions}
        caption={isQueue ? t('subscriptions.caption') : t('subscriptions.captionNewest')}
        customerOf={({ userId }) => <PersonName uid={userId} />}
        empty={
          <Empty
            text={
              isQueue
                ? t('subscriptions.emptyAttention')
                : tab === 'all' || customer !== null
                  ? t('subscriptions.empty')
                  : t('subscriptions.noMatch')
            }
            action={
              isQueue ? (
                <Button
                  component={Link}
                  href={consolePaths.subscriptionsBy({ status: 'all' })}
                  variant="default"
                >
                  {t('subscriptions.everybody')}
                </Button>
              ) : null
            }
          />
        }
      />
    </Stack>
  );
}

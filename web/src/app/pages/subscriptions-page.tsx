import { Group, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PlanPicker } from '../../components/billing/plan-picker';
import { Empty } from '../../components/empty';
import { PageTitle } from '../../components/page-title';
import { AccountSwitch } from '../../features/customers/account-switch';
import { useAccounts } from '../../features/customers/use-accounts';
import { SubscriptionList } from '../../features/subscriptions/subscription-list';
import { usePlansOnSale } from '../../features/subscriptions/use-plans';
import { useSubscriptionNews } from '../../features/subscriptions/use-subscription-news';
import { useSubscriptions } from '../../features/subscriptions/use-subscriptions';
import { paths } from '../../lib/paths';
import { useVisitor } from '../../lib/session';
import classes from './subscription-page.module.css';

/** A customer's subscriptions, and the plans to begin another. The account lives in the address. */
export default function SubscriptionsPage() {
  const { t } = useTranslation('subscriptions');
  const { uid } = useVisitor();
  const { account, organizations, choose, profile } = useAccounts(uid);
  const own = profile.status === 'ready' ? profile.data : null;
  const subscriptions = useSubscriptions(uid, account);
  useSubscriptionNews(subscriptions.status === 'ready' ? subscriptions.data.rows : []);
  const plans = usePlansOnSale();
  const currency =
    account === null ? own?.currency : organizations.find(({ id }) => id === account)?.currency;
  return (
    <Stack gap="xl" className={classes.page}>
      <Stack gap="lg">
        <Group justify="space-between" gap="sm">
          <PageTitle text={t('title')} />
          <AccountSwitch organizations={organizations} chosen={account} onChoose={choose} />
        </Group>
        <SubscriptionList
          subscriptions={subscriptions}
          empty={<Empty text={account === null ? t('empty') : t('emptyOfAccount')} />}
        />
      </Stack>
      {/* Plans wait for the list above, which would push them away from under a finger. */}
      {subscriptions.status !== 'loading' && (
        <section aria-label={t('plans')} className={classes.section}>
          <Title order={2}>{t('plans')}</Title>
          <PlanPicker
            key={currency}
            plans={plans}
            currency={currency}
            hrefOf={(planId) => paths.newSubscription(planId, account)}
          />
        </section>
      )}
    </Stack>
  );
}

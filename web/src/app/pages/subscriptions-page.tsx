import { Group, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { PlanPicker } from '../../components/billing/plan-picker';
import { Empty } from '../../components/empty';
import { PageTitle } from '../../components/page-title';
import { AccountSwitch } from '../../features/customers/account-switch';
import { useOrganizations } from '../../features/customers/use-organizations';
import { useProfile } from '../../features/customers/use-profile';
import { SubscriptionList } from '../../features/subscriptions/subscription-list';
import { usePlansOnSale } from '../../features/subscriptions/use-plans';
import { useSubscriptions } from '../../features/subscriptions/use-subscriptions';
import { paths } from '../../lib/paths';
import { useVisitor } from '../../lib/session';
import classes from './subscription-page.module.css';

/** A customer's subscriptions, and the plans to begin another. The account lives in the address. */
export default function SubscriptionsPage() {
  const { t } = useTranslation('subscriptions');
  const { uid } = useVisitor();
  const [search, setSearch] = useSearchParams();
  const account = search.get('account');
  const profile = useProfile(uid);
  const own = profile.status === 'ready' ? profile.data : null;
  const organizations = useOrganizations(own?.organizationIds ?? []);
  const known = organizations.status === 'ready' ? organizations.data : [];
  const subscriptions = useSubscriptions(uid, account);
  const plans = usePlansOnSale();
  const currency = account === null ? own?.currency : known.find(({ id }) => id === account)?.currency;
  return (
    <Stack gap="xl" className={classes.page}>
      <Stack gap="lg">
        <Group justify="space-between" gap="sm">
          <PageTitle text={t('title')} />
          <AccountSwitch
            organizations={known}
            chosen={account}
            onChoose={(chosen) => {
              setSearch((current) => {
                if (chosen === null) current.delete('account');
                else current.set('account', chosen);
                return current;
              });
            }}
          />
        </Group>
        <SubscriptionList
          subscriptions={subscriptions}
          empty={<Empty text={account === null ? t('empty') : t('emptyOfAccount')} />}
        />
      </Stack>
      <section aria-label={t('plans')} className={classes.section}>
        <Title order={2}>{t('plans')}</Title>
        <PlanPicker
          key={currency}
          plans={plans}
          currency={currency}
          hrefOf={(planId) => paths.newSubscription(planId, account)}
        />
      </section>
    </Stack>
  );
}

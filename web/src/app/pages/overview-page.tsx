import { Anchor, Group, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Empty } from '../../components/empty';
import { PageTitle } from '../../components/page-title';
import { AccountSwitch } from '../../features/customers/account-switch';
import { ProfileReminder } from '../../features/customers/profile-reminder';
import { useAccounts } from '../../features/customers/use-accounts';
import { NewestInvoices } from '../../features/invoices/newest-invoices';
import { OpenBalances } from '../../features/invoices/open-balances';
import { useNewestInvoices } from '../../features/invoices/use-customer-invoices';
import { useStatusNews } from '../../features/invoices/use-status-news';
import { RenewalSummary, SubscriptionReminders } from '../../features/subscriptions/renewal-summary';
import { useSubscriptionNews } from '../../features/subscriptions/use-subscription-news';
import { useSubscriptions } from '../../features/subscriptions/use-subscriptions';
import { WalletSummary } from '../../features/wallets/wallet-summary';
import { paths } from '../../lib/paths';
import { useVisitor } from '../../lib/session';
import classes from './overview-page.module.css';

/** Open invoices that are summed; the security rules list no more at once. */
const MOST_OPEN = 100;
const NEWEST = 5;

/** What a customer owes, has, was billed last, and will be next. */
export default function OverviewPage() {
  const { t } = useTranslation('account');
  const { t: common } = useTranslation();
  const { uid } = useVisitor();
  const { account, organizations, choose, profile } = useAccounts(uid);
  const open = useNewestInvoices(uid, account, 'to-pay', MOST_OPEN);
  const newest = useNewestInvoices(uid, account, 'all', NEWEST);
  const subscriptions = useSubscriptions(uid, account);
  useStatusNews(newest.status === 'ready' ? newest.data : []);
  useSubscriptionNews(subscriptions.status === 'ready' ? subscriptions.data.rows : []);
  return (
    <Stack gap="xl">
      <Group justify="space-between" gap="sm">
        <PageTitle text={common('overviewTitle')} />
        <AccountSwitch organizations={organizations} chosen={account} onChoose={choose} />
      </Group>
      {profile.status === 'ready' && <ProfileReminder profile={profile.data} />}
      <SubscriptionReminders subscriptions={subscriptions} />
      <div className={classes.cards}>
        <OpenBalances open={open} most={MOST_OPEN} account={account} />
        <RenewalSummary subscriptions={subscriptions} />
        {account === null && <WalletSummary uid={uid} />}
      </div>
      <Stack component="section" gap="sm" aria-labelledby="newest">
        <Group justify="space-between" gap="sm">
          <Title order={2} id="newest">
            {t('overview.recent')}
          </Title>
          <Anchor component={Link} href={paths.invoicesBy({ account })} size="sm">
            {t('overview.allInvoices')}
          </Anchor>
        </Group>
        <NewestInvoices
          invoices={newest}
          caption={t('overview.recentCaption')}
          empty={<Empty text={t('overview.noInvoices')} />}
        />
      </Stack>
    </Stack>
  );
}

import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import amounts from '../../components/billing/amount-due.module.css';
import { Money } from '../../components/billing/money';
import { Delayed } from '../../components/delayed';
import { LiveProblemView } from '../../components/problem';
import { SummaryCard } from '../../components/summary-card';
import { paths } from '../../lib/paths';
import { useWallets } from './use-wallets';

/** The balances of a customer's wallets, those with something in them; nothing for one who has none. */
export function WalletSummary({ uid }: { uid: string }) {
  const { t } = useTranslation('account');
  const wallets = useWallets(uid);
  if (wallets.status === 'loading') {
    return (
      <Delayed>
        <Skeleton height={56} />
      </Delayed>
    );
  }
  if (wallets.status === 'failed') return <LiveProblemView {...wallets} />;
  const filled = wallets.data.filter(({ balance }) => balance !== 0);
  if (filled.length === 0) return null;
  return (
    <SummaryCard label={t('overview.wallet')}>
      {filled.map(({ currency, balance }) => (
        <p key={currency} className={amounts.amount}>
          <Money amount={balance} currency={currency} />
        </p>
      ))}
      <Button component={Link} href={paths.wallet} variant="default">
        {t('overview.toWallet')}
      </Button>
    </SummaryCard>
  );
}

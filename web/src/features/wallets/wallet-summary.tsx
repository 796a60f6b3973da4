import { Group, Skeleton, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Money } from '../../components/billing/money';
import { Delayed } from '../../components/delayed';
import { LiveProblemView } from '../../components/problem';
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
    <section aria-labelledby="wallets">
      <Title order={2} id="wallets">
        {t('overview.wallet')}
      </Title>
      <Group gap="xl" mt="xs">
        {filled.map(({ currency, balance }) => (
          <Text key={currency} size="lg" fw={600}>
            <Link href={paths.walletIn(currency)} aria-label={`${t('overview.toWallet')}, ${currency}`}>
              <Money amount={balance} currency={currency} />
            </Link>
          </Text>
        ))}
      </Group>
    </section>
  );
}

import { add } from '@hyble/billing-functions/src/core/money';
import { Skeleton, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { WalletBalance } from '../../components/billing/wallet-balance';
import { Delayed } from '../../components/delayed';
import { LinkTabs } from '../../components/link-tabs';
import { PageTitle } from '../../components/page-title';
import { LiveProblemView } from '../../components/problem';
import { useProfile } from '../../features/customers/use-profile';
import { TopUpForm } from '../../features/payments/top-up-form';
import { useHeldPayments } from '../../features/wallets/use-held';
import { useWalletEntries } from '../../features/wallets/use-wallet-entries';
import { useWallets } from '../../features/wallets/use-wallets';
import { WalletHistory } from '../../features/wallets/wallet-history';
import { paths } from '../../lib/paths';
import { useVisitor } from '../../lib/session';
import classes from './wallet-page.module.css';

/** A customer's money with us, a wallet for each currency. Which one is shown lives in the address. */
export default function WalletPage() {
  const { t } = useTranslation();
  const { uid } = useVisitor();
  const [search] = useSearchParams();
  const wallets = useWallets(uid);
  const profile = useProfile(uid);

  const isLoading = wallets.status === 'loading' || profile.status === 'loading';
  const owned = wallets.status === 'ready' ? wallets.data : [];
  const own = profile.status === 'ready' ? (profile.data?.currency ?? null) : null;
  // The customer's own currency first, with a wallet in it or not.
  const currencies = [...new Set([...(own === null ? [] : [own]), ...owned.map(({ currency }) => currency)])];
  const asked = search.get('currency');
  const currency = currencies.find((known) => known === asked) ?? currencies[0];
  return (
    <Stack gap="lg">
      <PageTitle text={t('wallet.title')} />
      {isLoading && (
        <Delayed>
          <Stack gap="lg">
            <Skeleton height={72} width={220} />
            <Skeleton height={280} />
          </Stack>
        </Delayed>
      )}
      {wallets.status === 'failed' && <LiveProblemView {...wallets} />}
      {profile.status === 'failed' && <LiveProblemView {...profile} />}
      {!isLoading && wallets.status === 'ready' && currency !== undefined && (
        <>
          {currencies.length > 1 && (
            <LinkTabs
              label={t('wallet.currencies')}
              tabs={currencies.map((each) => ({
                label: each,
                href: paths.walletIn(each),
                isCurrent: each === currency,
              }))}
            />
          )}
          <OneWallet
            key={currency}
            uid={uid}
            currency={currency}
            balance={owned.find((wallet) => wallet.currency === currency)?.balance ?? 0}
            country={profile.status === 'ready' ? (profile.data?.country ?? '') : ''}
          />
        </>
      )}
    </Stack>
  );
}

interface OneWalletProps {
  readonly uid: string;
  readonly currency: string;
  readonly balance: number;
  readonly country: string;
}

function OneWallet({ uid, currency, balance, country }: OneWalletProps) {
  const { t } = useTranslation();
  const entries = useWalletEntries(uid, currency);
  const held = useHeldPayments(uid);
  const holds = held.status === 'ready' ? held.data.filter((payment) => payment.currency === currency) : [];
  return (
    <div className={classes.wallet}>
      <WalletBalance balance={balance} held={add(...holds.map(({ amount }) => amount))} currency={currency} />
      <div className={classes.topUp}>
        <TopUpForm currency={currency} country={country} />
      </div>
      <section aria-label={t('wallet.history')} className={classes.history}>
        <Title order={2}>{t('wallet.history')}</Title>
        <WalletHistory entries={entries} currency={currency} />
      </section>
    </div>
  );
}

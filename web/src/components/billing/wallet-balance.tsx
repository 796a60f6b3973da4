import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format';
import classes from './amount-due.module.css';
import { Money } from './money';

interface WalletBalanceProps {
  /** Minor units; below zero when a gateway sent money back that was spent already. */
  readonly balance: number;
  /** Set aside for payments under way; no longer in the balance. */
  readonly held: number;
  readonly currency: string;
}

/** What is in a wallet, and what of it waits for a payment to end. */
export function WalletBalance({ balance, held, currency }: WalletBalanceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section aria-label={t('wallet.balance')}>
      <Text size="sm" c="dimmed">
        {t('wallet.balance')}
      </Text>
      <p className={classes.amount}>
        <Money amount={balance} currency={currency} />
      </p>
      {held > 0 && (
        <p className={classes.note}>{t('wallet.held', { amount: format.money(held, currency) })}</p>
      )}
      {balance < 0 && <p className={classes.note}>{t('wallet.negative')}</p>}
    </section>
  );
}

import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Money } from './money';
import classes from './wallet-split.module.css';

interface WalletSplitProps {
  /** Minor units; what both parts add up to. */
  readonly amount: number;
  readonly fromWallet: number;
  /** Nothing when the wallet pays all of it. */
  readonly byCard: number;
  readonly currency: string;
  /** Whether the rest comes by bank transfer, not by card. */
  readonly isTransfer?: boolean;
}

/** How a payment is divided between wallet and the rest, and what becomes of the wallet's part if the rest fails. */
export function WalletSplit({ amount, fromWallet, byCard, currency, isTransfer = false }: WalletSplitProps) {
  const { t } = useTranslation();
  const rest = byCard === 0 ? 'walletAlone' : isTransfer ? 'ifTransferFails' : 'ifCardFails';
  const share = amount === 0 ? 0 : (fromWallet / amount) * 100;
  return (
    <section className={classes.split} aria-label={t('checkout.split.title')}>
      <div className={classes.bar} aria-hidden>
        <span className={classes.wallet} style={{ width: `${share}%` }} />
      </div>
      <dl className={classes.parts}>
        <div className={classes.part} data-part="wallet">
          <dt>{t('checkout.split.wallet')}</dt>
          <dd>
            <Money amount={fromWallet} currency={currency} />
          </dd>
        </div>
        {byCard > 0 && (
          <div className={classes.part} data-part="card">
            <dt>{t(isTransfer ? 'checkout.split.transfer' : 'checkout.split.card')}</dt>
            <dd>
              <Money amount={byCard} currency={currency} />
            </dd>
          </div>
        )}
        <div className={classes.total}>
          <dt>{t('checkout.split.total')}</dt>
          <dd>
            <Money amount={amount} currency={currency} />
          </dd>
        </div>
      </dl>
      <Text size="sm" c="dimmed">
        {t(`checkout.split.${rest}`)}
      </Text>
    </section>
  );
}

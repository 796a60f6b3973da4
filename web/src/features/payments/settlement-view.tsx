import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import { Loader, Text, ThemeIcon, Title } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck, IconCircleX, IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/browser-state';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { isFramed } from '../../lib/framed';
import { paymentTotal, walletShare } from '../../lib/payment-parts';
import { GatewayPage } from './gateway-page';
import { OpenAttempt } from './open-attempt';
import { settlementOf } from './settlement';
import { pageOf } from './start-checkout';
import type { Settlement } from './settlement';
import classes from './settlement-view.module.css';

const ICONS: Record<Settlement, ReactNode> = {
  confirming: <Loader size="sm" aria-hidden />,
  still: <Loader size="sm" aria-hidden />,
  awaited: <IconClock aria-hidden />,
  paid: <IconCircleCheck aria-hidden />,
  failed: <IconCircleX aria-hidden />,
  refunded: <IconArrowBackUp aria-hidden />,
};

interface SettlementViewProps {
  readonly payment: Stored<Payment>;
  /** Who looks at it. */
  readonly uid: string;
  readonly children?: ReactNode;
}

/** A payment on its way to its end, told as it happens; one that goes nowhere can be continued or given up. */
export function SettlementView({ payment, uid, children }: SettlementViewProps) {
  const { t } = useTranslation();
  const [openedAt] = useState(() => new Date());
  const [isContinued, setIsContinued] = useState(false);
  const now = useNow(1_000);
  const settlement = settlementOf(payment, now.getTime() - openedAt.getTime());
  const words = useSettlementWords(payment, settlement);
  const { checkout, gateway, status, userId } = payment;
  const isUnfinished =
    (settlement === 'still' || settlement === 'awaited') &&
    status === 'PENDING' &&
    userId === uid &&
    isAtGateway(gateway) &&
    !isFramed;
  const page = pageOf(payment.id, checkout);
  return (
    <>
      <section className={classes.card} data-settlement={settlement} aria-label={t('settlement.title')}>
        <ThemeIcon className={classes.icon} size={48} radius="xl" aria-hidden>
          {ICONS[settlement]}
        </ThemeIcon>
        <div role="status" className={classes.words}>
          <Title order={2}>{words.title}</Title>
          {words.details.map((detail) => (
            <Text key={detail}>{detail}</Text>
          ))}
        </div>
        {children}
      </section>
      {isUnfinished &&
        (isContinued && page !== null ? (
          <GatewayPage
            checkout={page}
            payment={payment}
            onLeave={() => {
              setIsContinued(false);
            }}
          />
        ) : (
          <OpenAttempt
            payment={payment}
            disabled={false}
            onContinue={
              page !== null && page.expiresAt > now
                ? () => {
                    setIsContinued(true);
                  }
                : null
            }
          />
        ))}
    </>
  );
}

/** Only an attempt at a gateway can be given up; the rest ends by itself. */
function isAtGateway(gateway: Payment['gateway']): boolean {
  return gateway === 'stripe' || gateway === 'paytr';
}

function useSettlementWords(
  payment: Payment,
  settlement: Settlement,
): { title: string; details: readonly string[] } {
  const { t } = useTranslation();
  const format = useFormat();
  const { creditedToWallet, currency, failureReason, invoiceIds, walletPart } = payment;
  const money = (amount: number) => format.money(amount, currency);
  const way = t(`gateways.${payment.gateway}`);
  const ways = walletShare(payment) > 0 ? `${t('gateways.wallet')} + ${way}` : way;
  switch (settlement) {
    case 'confirming':
      return { title: t('settlement.confirmingTitle'), details: [t('settlement.confirming')] };
    case 'still':
      return { title: t('settlement.stillTitle'), details: [t('settlement.still')] };
    case 'awaited':
      return { title: t('settlement.awaitedTitle'), details: [t('settlement.awaited')] };
    case 'paid':
      return {
        title: t('settlement.paid'),
        details: [
          t('settlement.paidDetail', { amount: money(paymentTotal(payment)), gateway: ways }),
          ...(creditedToWallet > 0
            ? [
                t(invoiceIds.length === 0 ? 'payments.toppedUp' : 'payments.creditedToWallet', {
                  amount: money(creditedToWallet),
                }),
              ]
            : []),
        ],
      };
    case 'failed':
      return {
        title: t('settlement.failed'),
        details: [
          ...(failureReason === null ? [] : [t(`paymentFailures.${failureReason}`, { currency })]),
          ...(walletPart?.status === 'RELEASED'
            ? [t('checkout.walletReturned', { amount: money(walletPart.amount) })]
            : []),
        ],
      };
    case 'refunded':
      return {
        title: t('settlement.refunded'),
        details: [t('settlement.refundedDetail', { amount: money(payment.refundedAmount) })],
      };
  }
}

import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import { Loader, Text, ThemeIcon, Title } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/browser-state';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { settlementOf } from './settlement';
import type { Settlement } from './settlement';
import classes from './settlement-view.module.css';

const ICONS: Record<Settlement, ReactNode> = {
  confirming: <Loader size="sm" aria-hidden />,
  still: <Loader size="sm" aria-hidden />,
  paid: <IconCircleCheck aria-hidden />,
  failed: <IconCircleX aria-hidden />,
  refunded: <IconArrowBackUp aria-hidden />,
};

/** A payment on its way to its end, told as it happens. */
export function SettlementView({ payment, children }: { payment: Stored<Payment>; children?: ReactNode }) {
  const { t } = useTranslation();
  const [openedAt] = useState(() => new Date());
  const now = useNow(1_000);
  const settlement = settlementOf(payment, now.getTime() - openedAt.getTime());
  const words = useSettlementWords(payment, settlement);
  return (
    <section className={classes.card} data-settlement={settlement} aria-label={t('settlement.title')}>
      <ThemeIcon className={classes.icon} size={48} radius="xl" aria-hidden>
        {ICONS[settlement]}
      </ThemeIcon>
      <div role="status" className={classes.words}>
        <Title order={2}>{words.title}</Title>
        {words.detail !== null && <Text>{words.detail}</Text>}
      </div>
      {children}
    </section>
  );
}

function useSettlementWords(
  payment: Payment,
  settlement: Settlement,
): { title: string; detail: string | null } {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency, failureReason } = payment;
  const gateway = t(`gateways.${payment.gateway}`);
  switch (settlement) {
    case 'confirming':
      return { title: t('settlement.confirmingTitle'), detail: t('settlement.confirming') };
    case 'still':
      return { title: t('settlement.stillTitle'), detail: t('settlement.still') };
    case 'paid':
      return {
        title: t('settlement.paid'),
        detail: t('settlement.paidDetail', { amount: format.money(payment.amount, currency), gateway }),
      };
    case 'failed':
      return {
        title: t('settlement.failed'),
        detail: failureReason === null ? null : t(`paymentFailures.${failureReason}`, { currency }),
      };
    case 'refunded':
      return {
        title: t('settlement.refunded'),
        detail: t('settlement.refundedDetail', { amount: format.money(payment.refundedAmount, currency) }),
      };
  }
}

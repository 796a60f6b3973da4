import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import { Button, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionProblem } from '../../components/problem';
import { call } from '../../lib/callable';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { useAction } from '../../lib/use-action';
import classes from './pay-panel.module.css';

interface OpenAttemptProps {
  readonly payment: Stored<Payment>;
  readonly disabled: boolean;
  /** Null when there is no page left to go on with. */
  readonly onContinue: (() => void) | null;
}

/** A payment that was begun and not finished: the way back into it, and the way out. */
export function OpenAttempt({ payment, disabled, onContinue }: OpenAttemptProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, amount, checkout, createdAt, currency, failureReason, gateway, walletPart } = payment;
  const giveUp = useAction(async () => {
    await call('payment-abandon', { paymentId: id });
  });
  const held = walletPart?.status === 'HELD' ? walletPart.amount : 0;
  const transfer = checkout?.method === 'bankTransfer' ? checkout : null;
  const sum = format.money(amount, currency);
  return (
    <section aria-label={t('checkout.title')} className={classes.panel}>
      <Title order={2}>{t(transfer === null ? 'checkout.open' : 'checkout.transferOpen')}</Title>
      <div>
        <Text size="sm" c="dimmed">
          {transfer === null
            ? t('checkout.openDetail', {
                gateway: t(`gateways.${gateway}`),
                amount: sum,
                time: format.clock(createdAt),
              })
            : t('checkout.transferOpenDetail', { amount: sum, date: format.day(transfer.expiresAt) })}
        </Text>
        {transfer !== null && <Text size="sm">{t('checkout.transferOnce')}</Text>}
        {held > 0 && (
          <Text size="sm">{t('checkout.openHeld', { amount: format.money(held, currency) })}</Text>
        )}
        {onContinue === null && <Text size="sm">{t('checkout.openGone')}</Text>}
        {failureReason !== null && (
          <Text size="sm" c="var(--hb-bad-text)">
            {t(`paymentFailures.${failureReason}`, { currency })}
          </Text>
        )}
      </div>
      <ActionProblem error={giveUp.error} />
      <Group gap="sm" className={classes.actions}>
        {onContinue !== null && (
          <Button size="md" disabled={disabled || giveUp.isRunning} onClick={onContinue}>
            {t(transfer === null ? 'checkout.continue' : 'checkout.transferContinue')}
          </Button>
        )}
        <Button
          size="md"
          variant="default"
          disabled={disabled}
          loading={giveUp.isRunning}
          onClick={() => {
            void giveUp.run();
          }}
        >
          {t('checkout.giveUp')}
        </Button>
      </Group>
    </section>
  );
}

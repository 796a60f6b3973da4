import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import classes from './open-attempt.module.css';

interface OpenAttemptProps {
  readonly payment: Stored<Payment>;
  readonly disabled: boolean;
  readonly onContinue: () => void;
}

/** A payment that was begun and not finished, and the way back into it. */
export function OpenAttempt({ payment, disabled, onContinue }: OpenAttemptProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { amount, createdAt, currency, failureReason, gateway } = payment;
  return (
    <div className={classes.attempt}>
      <Text fw={600}>{t('checkout.open')}</Text>
      <Text size="sm" c="dimmed">
        {t('checkout.openDetail', {
          gateway: t(`gateways.${gateway}`),
          amount: format.money(amount, currency),
          time: format.clock(createdAt),
        })}
      </Text>
      {failureReason !== null && (
        <Text size="sm" c="var(--hb-bad-text)">
          {t(`paymentFailures.${failureReason}`, { currency })}
        </Text>
      )}
      <Group className={classes.actions}>
        <Button size="md" disabled={disabled} onClick={onContinue}>
          {t('checkout.continue')}
        </Button>
      </Group>
    </div>
  );
}

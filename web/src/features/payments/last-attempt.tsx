import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../components/problem';
import { useFormat } from '../../lib/format';

/** Why the last attempt did not pay, and that the wallet's part is back; nothing while there is no such news. */
export function LastAttempt({ payment }: { payment: Payment | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (payment?.status !== 'FAILED' || payment.failureReason === null) return null;
  const { currency, failureReason, walletPart } = payment;
  const returned =
    walletPart?.status === 'RELEASED'
      ? t('checkout.walletReturned', { amount: format.money(walletPart.amount, currency) })
      : null;
  // Who gave up has nothing to be alarmed about.
  if (failureReason === 'ABANDONED') {
    return (
      <Text size="sm" role="status">
        {[t('paymentFailures.ABANDONED'), returned].filter((sentence) => sentence !== null).join(' ')}
      </Text>
    );
  }
  return (
    <Problem title={t('checkout.declined')}>
      <Text size="sm">{t(`paymentFailures.${failureReason}`, { currency })}</Text>
      {returned !== null && <Text size="sm">{returned}</Text>}
    </Problem>
  );
}

import type { GatewayEventRecord } from '@hyble/billing-functions/src/schema/gateway-event';
import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../components/problem';

interface StaffFailureProps {
  readonly payment: Payment;
  /** Newest first. */
  readonly events: readonly GatewayEventRecord[];
}

/** Why the last try failed: what the customer reads, and the gateway's own words, which the customer must not see. */
export function StaffFailure({ payment, events }: StaffFailureProps) {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  const { currency, failureReason, status } = payment;
  if (failureReason === null || (status !== 'FAILED' && status !== 'PENDING')) return null;
  const said = events.find(({ gatewayReason }) => gatewayReason !== null)?.gatewayReason ?? null;
  return (
    <Problem title={t(status === 'FAILED' ? 'payment.failure' : 'payment.lastTry')}>
      <Text size="sm">
        {t('payment.reasonForCustomer', { reason: common(`paymentFailures.${failureReason}`, { currency }) })}
      </Text>
      {said !== null && (
        <Text size="sm">
          {t('payment.gatewayReason', {
            reason: [said.code, said.message].filter((part) => part !== '').join(': '),
          })}
        </Text>
      )}
    </Problem>
  );
}

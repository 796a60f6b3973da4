import type { GatewayEventRecord } from '@hyble/billing-functions/src/schema/gateway-event';
import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../components/billing/day';
import classes from '../../components/billing/payment-history.module.css';
import type { Stored } from '../../lib/documents';
import { EventOutcome } from './event-outcome';

/** What a gateway told of one payment, newest first. */
export function PaymentEvents({ events }: { events: readonly Stored<GatewayEventRecord>[] }) {
  const { t } = useTranslation('console');
  return (
    <section aria-label={t('payment.events')} className={classes.history}>
      <Title order={2}>{t('payment.events')}</Title>
      {events.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('payment.noEvents')}
        </Text>
      ) : (
        <ul aria-label={t('payment.eventsCaption')} className={classes.list}>
          {events.map(({ id, error, gatewayReason, outcome, receivedAt, result, type }) => (
            <li key={id} className={classes.row}>
              <div className={classes.line}>
                <Text span size="sm" ff="monospace">
                  {type}
                </Text>
                <EventOutcome outcome={outcome} />
              </div>
              <div className={classes.detail}>
                <span>{error ?? result}</span>
                <Instant date={receivedAt} />
              </div>
              {gatewayReason !== null && (
                <Text size="xs" c="dimmed">
                  {gatewayReason.code}: {gatewayReason.message}
                </Text>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

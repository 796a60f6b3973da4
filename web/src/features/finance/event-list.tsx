import type { GatewayEventRecord } from '@hyble/billing-functions/src/schema/gateway-event';
import { Anchor, Text } from '@mantine/core';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Instant } from '../../components/billing/day';
import { RecordList } from '../../components/record-list';
import type { Stored } from '../../lib/documents';
import type { Live } from '../../lib/live';
import type { Pages } from '../../lib/live-pages';
import { paths } from '../../lib/paths';
import { EventOutcome } from './event-outcome';

interface EventListProps {
  readonly events: Live<Pages<Stored<GatewayEventRecord>>>;
  readonly empty: ReactNode;
  /** What can be done about a payment whose event failed. */
  readonly askOf: (paymentId: string) => ReactNode;
}

/** Callbacks of gateways and what became of each. */
export function EventList({ events, empty, askOf }: EventListProps) {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  return (
    <RecordList
      records={events}
      caption={t('events.caption')}
      empty={empty}
      columns={[
        {
          key: 'received',
          label: t('events.received'),
          cell: ({ receivedAt }) => <Instant date={receivedAt} />,
        },
        {
          key: 'type',
          label: t('events.type'),
          cell: ({ gateway, type }) => (
            <>
              {common(`gateways.${gateway}`)}
              <Text size="xs" c="dimmed" ff="monospace">
                {type}
              </Text>
            </>
          ),
        },
        {
          key: 'outcome',
          label: t('events.outcome'),
          isHeadline: true,
          cell: ({ outcome }) => <EventOutcome outcome={outcome} />,
        },
        { key: 'result', label: t('events.result'), cell: (event) => <Result event={event} /> },
        {
          key: 'payment',
          label: t('events.payment'),
          cell: ({ paymentId, outcome }) =>
            paymentId === null ? null : (
              <>
                <Anchor component={Link} href={paths.consolePayment(paymentId)} size="sm">
                  {t('events.toPayment')}
                </Anchor>
                {outcome === 'FAILED' && askOf(paymentId)}
              </>
            ),
        },
      ]}
    />
  );
}

/** An error in words with its code; otherwise the code of what was done, and the gateway's own words. */
function Result({ event: { error, gatewayReason, result } }: { event: GatewayEventRecord }) {
  const { t } = useTranslation();
  return (
    <>
      {error !== null && i18next.exists(`errors.${error}`) && (
        <Text size="sm">{t(`errors.${error}` as 'errors.INTERNAL')}</Text>
      )}
      <Text size="xs" ff="monospace">
        {error ?? result}
      </Text>
      {gatewayReason !== null && (
        <Text size="xs" c="dimmed">
          {gatewayReason.code}: {gatewayReason.message}
        </Text>
      )}
    </>
  );
}

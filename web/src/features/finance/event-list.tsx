import type { GatewayEventRecord } from '@hyble/billing-functions/src/schema/gateway-event';
import { Anchor, Button, Group, Text } from '@mantine/core';
import i18next from 'i18next';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Instant } from '../../components/billing/day';
import { CodeText } from '../../components/code-text';
import { ReasonDialog } from '../../components/reason-dialog';
import { RecordList } from '../../components/record-list';
import type { Stored } from '../../lib/documents';
import type { Live } from '../../lib/live';
import type { Pages } from '../../lib/live-pages';
import { useFormat } from '../../lib/format';
import { paths } from '../../lib/paths';
import { EventOutcome } from './event-outcome';
import { acknowledgeEvent } from './manage-finance';

interface EventListProps {
  readonly events: Live<Pages<Stored<GatewayEventRecord>>>;
  readonly empty: ReactNode;
  /** What can be done about a payment whose event failed. */
  readonly askOf: (paymentId: string) => ReactNode;
}

/** Of such a payment there is nothing to ask, and no page. */
const UNKNOWN_PAYMENT = 'PAYMENT_NOT_FOUND';

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
              <CodeText code={type} isDimmed />
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
          cell: ({ paymentId, error }) =>
            paymentId === null || error === UNKNOWN_PAYMENT ? null : (
              <Anchor
                component={Link}
                href={paths.consolePayment(paymentId)}
                size="sm"
                style={{ whiteSpace: 'nowrap' }}
              >
                {t('events.toPayment')}
              </Anchor>
            ),
        },
        {
          key: 'acts',
          label: t('events.acts'),
          isFooter: true,
          cell: (event) => <EventActs event={event} askOf={askOf} />,
        },
      ]}
    />
  );
}

/** An error in words with its code; otherwise the code of what was done, and the gateway's own words. */
function Result({ event }: { event: GatewayEventRecord }) {
  const { t } = useTranslation();
  const { t: console } = useTranslation('console');
  const format = useFormat();
  const { acknowledgement, error, gatewayReason, result } = event;
  // What a customer reads of the same errors would say little about a gateway's news.
  const sentence = (code: string) =>
    i18next.exists(`events.errors.${code}`, { ns: 'console' })
      ? console(`events.errors.${code}` as 'events.errors.AMOUNT_MISMATCH')
      : i18next.exists(`errors.${code}`)
        ? t(`errors.${code}` as 'errors.INTERNAL')
        : null;
  return (
    <>
      {error !== null && <Text size="sm">{sentence(error)}</Text>}
      <CodeText code={error ?? result} />
      {gatewayReason !== null && (
        <Text size="xs" c="dimmed">
          {gatewayReason.code}: {gatewayReason.message}
        </Text>
      )}
      {acknowledgement !== null && (
        <Text size="xs">
          {console('events.settled', { date: format.day(acknowledgement.at), note: acknowledgement.note })}
        </Text>
      )}
    </>
  );
}

/** What can be done about a failure that waits for somebody. */
function EventActs({ event, askOf }: { event: Stored<GatewayEventRecord>; askOf: EventListProps['askOf'] }) {
  const { t } = useTranslation('console');
  const [isOpen, setIsOpen] = useState(false);
  const { acknowledgement, error, id, outcome, paymentId, type } = event;
  if (outcome !== 'FAILED' || acknowledgement !== null) return null;
  return (
    <>
      <Group gap="xs">
        {paymentId !== null && error !== UNKNOWN_PAYMENT && askOf(paymentId)}
        <Button
          size="xs"
          variant="default"
          aria-label={t('events.settleOf', { type })}
          onClick={() => {
            setIsOpen(true);
          }}
        >
          {t('events.settle')}
        </Button>
      </Group>
      {isOpen && (
        <ReasonDialog
          title={t('events.settleTitle')}
          label={t('events.note')}
          hint={t('events.noteHint')}
          missing={t('events.noteMissing')}
          submit={t('events.settleSubmit')}
          onSubmit={(note) => acknowledgeEvent({ gatewayEventId: id, note })}
          onClose={() => {
            setIsOpen(false);
          }}
        >
          {t('events.settleText')}
        </ReasonDialog>
      )}
    </>
  );
}

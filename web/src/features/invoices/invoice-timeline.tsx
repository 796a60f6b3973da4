import type { AuditEntry } from '@hyble/billing-functions/src/schema/audit-entry';
import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../components/billing/day';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import classes from './invoice-timeline.module.css';
import { PAYMENT_NEWS, timelineEntries } from './timeline-entries';
import type { TimelineEntry } from './timeline-entries';

interface InvoiceTimelineProps {
  readonly audit: readonly Stored<AuditEntry>[];
  readonly payments: readonly Stored<Payment>[];
  /** Names whoever acted. */
  readonly actor: (uid: string) => ReactNode;
}

/** Who did what and what the gateways said, for staff. */
export function InvoiceTimeline({ audit, payments, actor }: InvoiceTimelineProps) {
  const { t } = useTranslation('console');
  const entries = timelineEntries(audit, payments);
  return (
    <section className={classes.section} aria-label={t('invoice.timeline')}>
      <Title order={2}>{t('invoice.timeline')}</Title>
      {entries.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('invoice.timelineEmpty')}
        </Text>
      ) : (
        <ol className={classes.list}>
          {entries.map((entry) => (
            <li
              key={`${entry.kind}-${entry.id}`}
              className={classes.entry}
              data-bad={isBad(entry) || undefined}
            >
              <Entry entry={entry} actor={actor} />
              <Text size="xs" c="dimmed">
                <Instant date={entry.at} />
              </Text>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Entry({ entry, actor }: { entry: TimelineEntry } & Pick<InvoiceTimelineProps, 'actor'>) {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  const format = useFormat();
  if (entry.kind === 'act') {
    const { action, actorId, reason } = entry.entry;
    return (
      <>
        <Text size="sm" fw={500}>
          {t(`acts.${action}`)}
        </Text>
        {reason !== null && <Text size="sm">{reason}</Text>}
        <Text size="xs" c="dimmed" className={classes.actor}>
          {t('invoice.by')} {actor(actorId)}
        </Text>
      </>
    );
  }
  const { amount, currency, gateway, status, failureReason } = entry.payment;
  return (
    <>
      <Text size="sm" fw={500}>
        {t(PAYMENT_NEWS[status], {
          amount: format.money(amount, currency),
          gateway: common(`gateways.${gateway}`),
        })}
      </Text>
      {failureReason !== null && (
        <Text size="sm">{common(`paymentFailures.${failureReason}`, { currency })}</Text>
      )}
    </>
  );
}

function isBad(entry: TimelineEntry): boolean {
  return entry.kind === 'payment' && entry.payment.status === 'FAILED';
}

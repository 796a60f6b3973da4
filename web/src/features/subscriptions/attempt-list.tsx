import type { DunningAttempt } from '@hyble/billing-functions/src/schema/subscription';
import { Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../components/billing/day';
import classes from '../../components/billing/payment-history.module.css';
import { StatusChip } from '../../components/billing/status-chip';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';

interface AttemptListProps {
  /** Newest first. */
  readonly attempts: readonly Stored<DunningAttempt>[];
  readonly currency: string;
  /** Beside the number of an attempt: the way to its payment. */
  readonly linkOf?: (attempt: Stored<DunningAttempt>) => ReactNode;
}

/** The attempts to collect with what came of each; nothing when there was none. */
export function AttemptList({ attempts, currency, linkOf }: AttemptListProps) {
  const { t } = useTranslation('subscriptions');
  const { t: common } = useTranslation();
  const format = useFormat();
  if (attempts.length === 0) return null;
  return (
    <section aria-label={t('detail.attempts')} className={classes.history}>
      <Title order={2}>{t('detail.attempts')}</Title>
      <ul aria-label={t('detail.attemptsCaption')} className={classes.list}>
        {attempts.map((attempt) => {
          const { id, attemptNumber, result, failureReason, nextAttemptAt, createdAt } = attempt;
          return (
            <li key={id} className={classes.row}>
              <div className={classes.line}>
                <span>
                  {t('detail.attempt', { number: attemptNumber })} {linkOf?.(attempt)}
                </span>
                {result === 'success' ? (
                  <StatusChip meaning="good" icon={IconCircleCheck} label={t('detail.attemptSucceeded')} />
                ) : (
                  <StatusChip meaning="bad" icon={IconCircleX} label={t('detail.attemptFailed')} />
                )}
              </div>
              {failureReason !== null && (
                <Text size="sm">{common(`paymentFailures.${failureReason}`, { currency })}</Text>
              )}
              <div className={classes.detail}>
                <Instant date={createdAt} />
                {nextAttemptAt !== null && (
                  <span>{t('detail.nextAttempt', { date: format.day(nextAttemptAt) })}</span>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

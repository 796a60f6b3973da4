import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { Button, Stack, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowsExchange,
  IconCalendarOff,
  IconClock,
  IconLoader,
  IconPlayerPause,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice';
import { usePeriodPrice } from '../../components/billing/period-price';
import { ActionProblem } from '../../components/problem';
import { useIsOnline, useNow } from '../../lib/browser-state';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { outlookOf } from '../../lib/subscription-outlook';
import type { Outlook } from '../../lib/subscription-outlook';
import { useAction } from '../../lib/use-action';
import { resumeSubscription } from './manage-subscription';

interface SubscriptionNoticeProps {
  readonly subscription: Stored<Subscription>;
  /** Whether the reader may take a cancellation back. */
  readonly mayResume: boolean;
}

/** What a subscription's state means and what there is to do; nothing of one that simply runs. */
export function SubscriptionNotice({ subscription, mayResume }: SubscriptionNoticeProps) {
  const outlook = outlookOf(subscription, useNow());
  const { status, cancelAtPeriodEnd, pendingTerms, pendingUpgrade } = subscription;
  return (
    <>
      <StateNotice subscription={subscription} outlook={outlook} />
      {pendingUpgrade !== null && <UpgradeNotice pending={pendingUpgrade} />}
      {cancelAtPeriodEnd && status !== 'CANCELLED' && (
        <EndsNotice subscription={subscription} mayResume={mayResume} />
      )}
      {pendingTerms !== null && !cancelAtPeriodEnd && (
        <DowngradeNotice subscription={subscription} terms={pendingTerms} />
      )}
    </>
  );
}

function StateNotice({ subscription, outlook }: { subscription: Subscription; outlook: Outlook }) {
  const { t } = useTranslation('subscriptions');
  const format = useFormat();
  const priceOf = usePeriodPrice();
  switch (outlook.kind) {
    case 'RENEWS':
    case 'ENDS':
    case 'CANCELLED':
      return null;
    case 'TRIAL':
      return (
        <Notice
          meaning="good"
          role="status"
          icon={IconClock}
          title={t('notice.trialTitle', { date: format.day(outlook.until) })}
        >
          {t('notice.trial', { price: priceOf(subscription, subscription.currency) })}
        </Notice>
      );
    case 'NOT_STARTED':
      return (
        <Notice meaning="warn" role="status" icon={IconClock} title={t('notice.notStartedTitle')}>
          {t('notice.notStarted', { date: format.day(outlook.until) })}
        </Notice>
      );
    case 'INVOICE_OPEN':
      return (
        <Notice meaning="warn" role="status" icon={IconClock} title={t('notice.invoiceOpenTitle')}>
          {t('notice.invoiceOpen')}
        </Notice>
      );
    case 'COLLECTING':
      return (
        <Notice meaning="moving" role="status" icon={IconLoader} title={t('notice.collectingTitle')}>
          {t('notice.collecting')}
        </Notice>
      );
    case 'PAST_DUE':
      return <PastDueNotice subscription={subscription} outlook={outlook} />;
    case 'SUSPENDED':
      return (
        <Notice meaning="bad" role="alert" icon={IconPlayerPause} title={t('notice.suspendedTitle')}>
          <FailureReason subscription={subscription} />
          <Text size="sm">{t('notice.suspended')}</Text>
        </Notice>
      );
  }
}

interface PastDueNoticeProps {
  readonly subscription: Subscription;
  readonly outlook: Extract<Outlook, { kind: 'PAST_DUE' }>;
}

function PastDueNotice({ subscription, outlook: { next, at, suspendsAt } }: PastDueNoticeProps) {
  const { t } = useTranslation('subscriptions');
  const format = useFormat();
  const hasFailed = (subscription.dunning?.reason ?? null) !== null;
  const date = format.day(at);
  return (
    <Notice
      meaning="warn"
      role="alert"
      icon={IconAlertTriangle}
      title={hasFailed ? t('notice.pastDueTitle') : t('notice.pastDueLinkTitle')}
    >
      <FailureReason subscription={subscription} />
      <Text size="sm">
        {next === 'REMINDER' && !hasFailed
          ? t('notice.reminder', { date })
          : t(`notice.next.${next}`, { date })}{' '}
        {t('notice.suspendsAt', { date: format.day(suspendsAt) })}
      </Text>
    </Notice>
  );
}

/** Why the bank said no, in the customer's words. */
function FailureReason({ subscription: { currency, dunning } }: { subscription: Subscription }) {
  const { t } = useTranslation();
  const reason = dunning?.reason ?? null;
  return reason === null ? null : (
    <Text size="sm" fw={500}>
      {t(`paymentFailures.${reason}`, { currency })}
    </Text>
  );
}

function UpgradeNotice({ pending }: { pending: NonNullable<Subscription['pendingUpgrade']> }) {
  const { t } = useTranslation('subscriptions');
  const format = useFormat();
  const { terms, expiresAt } = pending;
  return (
    <Notice
      meaning="warn"
      role="status"
      icon={IconArrowsExchange}
      title={t('notice.upgradeTitle', { plan: terms.planName })}
    >
      {/* It lapses at midnight, so the day before is the last one. */}
      {t('notice.upgrade', { date: format.day(new Date(expiresAt.getTime() - 1)) })}
    </Notice>
  );
}

interface DowngradeNoticeProps {
  readonly subscription: Subscription;
  readonly terms: NonNullable<Subscription['pendingTerms']>;
}

function DowngradeNotice({ subscription, terms }: DowngradeNoticeProps) {
  const { t } = useTranslation('subscriptions');
  const format = useFormat();
  const priceOf = usePeriodPrice();
  const { currency, currentPeriodEnd, planName } = subscription;
  return (
    <Notice
      meaning="moving"
      role="status"
      icon={IconArrowsExchange}
      title={t('notice.downgradeTitle', { plan: terms.planName, date: format.day(currentPeriodEnd) })}
    >
      {t('notice.downgrade', { current: planName, price: priceOf(terms, currency) })}
    </Notice>
  );
}

function EndsNotice({ subscription, mayResume }: SubscriptionNoticeProps) {
  const { t } = useTranslation('subscriptions');
  const format = useFormat();
  const { id, currentPeriodEnd } = subscription;
  const resume = useAction(() => resumeSubscription(id));
  const isOnline = useIsOnline();
  return (
    <Notice
      meaning="warn"
      role="status"
      icon={IconCalendarOff}
      title={t('notice.endsTitle', { date: format.day(currentPeriodEnd) })}
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('notice.ends')}</Text>
        {mayResume && (
          <Button
            variant="default"
            disabled={!isOnline}
            loading={resume.isRunning}
            onClick={() => {
              void resume.run();
            }}
          >
            {t('detail.resume')}
          </Button>
        )}
        <ActionProblem error={resume.error} />
      </Stack>
    </Notice>
  );
}

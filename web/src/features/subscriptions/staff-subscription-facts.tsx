import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Instant } from '../../components/billing/day';
import { CopyId } from '../../components/copy-id';
import { FactList } from '../../components/fact-list';
import { consolePaths } from '../../lib/console-paths';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { outlookOf } from '../../lib/subscription-outlook';
import { useNow } from '../../lib/browser-state';
import { NextWords } from './next-words';

interface StaffSubscriptionFactsProps {
  readonly subscription: Stored<Subscription>;
  readonly customer: ReactNode;
  readonly organization: string | null;
}

/** What staff alone read of a subscription. */
export function StaffSubscriptionFacts(props: StaffSubscriptionFactsProps) {
  const { subscription, customer, organization } = props;
  const { t } = useTranslation('console');
  const { id, dunning, nextActionAt, planId, planName, stripeSubscriptionId, userId } = subscription;
  return (
    <FactList
      title={t('subscriptions.facts')}
      look="notes"
      facts={[
        {
          label: t('subscriptions.customer'),
          value: (
            <>
              {customer}
              <Anchor
                component={Link}
                href={consolePaths.subscriptionsBy({ customer: userId })}
                size="sm"
                display="block"
              >
                {t('subscriptions.others')}
              </Anchor>
            </>
          ),
        },
        organization === null ? null : { label: t('invoice.organization'), value: organization },
        {
          label: t('subscriptions.planLink'),
          value: (
            <Anchor component={Link} href={consolePaths.plan(planId)} size="sm">
              {planName}
            </Anchor>
          ),
        },
        { label: t('subscriptions.next'), value: <NextWords subscription={subscription} /> },
        dunning === null
          ? null
          : { label: t('subscriptions.dunning'), value: <DunningWords subscription={subscription} /> },
        nextActionAt === null
          ? null
          : { label: t('subscriptions.nextAction'), value: <Instant date={nextActionAt} /> },
        {
          label: t('subscriptions.billedBy'),
          value: stripeSubscriptionId ?? t('subscriptions.ourEngine'),
        },
        {
          label: t('subscriptions.id'),
          value: (
            <CopyId
              id={id}
              label={t('subscriptions.copy', { what: t('subscriptions.id') })}
              copiedLabel={t('subscriptions.copied')}
            />
          ),
        },
      ]}
    />
  );
}

function DunningWords({ subscription }: { subscription: Subscription }) {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  const format = useFormat();
  const outlook = outlookOf(subscription, useNow(60_000));
  const { dunning, currency } = subscription;
  if (dunning === null) return null;
  const { reason, refusedMethodId, startedAt, step } = dunning;
  return (
    <>
      <Text size="sm">
        {t('subscriptions.dunningSince', { date: format.day(startedAt), step: step + 1 })}
      </Text>
      <Text size="sm">
        {reason === null ? t('subscriptions.noCard') : common(`paymentFailures.${reason}`, { currency })}
      </Text>
      {refusedMethodId !== null && <Text size="sm">{t('subscriptions.refused')}</Text>}
      {outlook.kind === 'PAST_DUE' && (
        <Text size="sm">{t('subscriptions.suspendsOn', { date: format.day(outlook.suspendsAt) })}</Text>
      )}
    </>
  );
}

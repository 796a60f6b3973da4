import { addDays, dayOf, startOfDay } from '@hyble/billing-functions/src/core/calendar';
import type { PaymentMethod } from '@hyble/billing-functions/src/schema/payment-method';
import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Day } from '../../components/billing/day';
import { usePeriodPrice } from '../../components/billing/period-price';
import { FactList } from '../../components/fact-list';
import type { Stored } from '../../lib/documents';
import { useFormat } from '../../lib/format';
import { methodName } from '../../lib/method-name';
import { grossOf } from '../../lib/subscription-outlook';

interface SubscriptionFactsProps {
  readonly subscription: Stored<Subscription>;
  /** Kept cards that the reader knows. */
  readonly methods: readonly Stored<PaymentMethod>[];
  /** Whose it is, where that is not plain. */
  readonly account: string | null;
  /** Beside the way of payment. */
  readonly changeWay?: ReactNode;
}

/** Price, period, renewal and way of payment. */
export function SubscriptionFacts(props: SubscriptionFactsProps) {
  const { subscription, methods, account, changeWay } = props;
  const { t } = useTranslation('subscriptions');
  const format = useFormat();
  const priceOf = usePeriodPrice();
  const { currency, currentPeriodStart, currentPeriodEnd, pendingTerms, startedAt, status } = subscription;
  const { cancelAtPeriodEnd, cancelledAt, cancelReason, paymentWay } = subscription;
  const isOver = status === 'CANCELLED';
  const hasBegun = startedAt !== null;
  const renews = !isOver && hasBegun && !cancelAtPeriodEnd && status !== 'SUSPENDED';
  const lastDay = startOfDay(addDays(dayOf(currentPeriodEnd), -1));
  const next = format.money(grossOf(pendingTerms ?? subscription), currency);
  return (
    <FactList
      title={t('detail.facts')}
      look="sums"
      facts={[
        { label: t('detail.price'), value: priceOf(subscription, currency) },
        hasBegun && !isOver
          ? {
              label: t('detail.period'),
              value: t('detail.periodDays', {
                start: format.day(currentPeriodStart),
                end: format.day(lastDay),
              }),
            }
          : null,
        renews
          ? {
              label: t('detail.next'),
              value: t('detail.nextAmount', { date: format.day(currentPeriodEnd), amount: next }),
            }
          : null,
        cancelAtPeriodEnd && !isOver
          ? { label: t('detail.ends'), value: <Day date={currentPeriodEnd} /> }
          : null,
        isOver
          ? null
          : {
              label: t('detail.paidBy'),
              value: (
                <Group component="span" display="inline-flex" gap="sm">
                  <WayWords way={paymentWay} methods={methods} />
                  {changeWay}
                </Group>
              ),
            },
        startedAt === null ? null : { label: t('detail.since'), value: <Day date={startedAt} /> },
        account === null ? null : { label: t('detail.account'), value: account },
        isOver && cancelledAt !== null
          ? { label: t('detail.endedOn'), value: <Day date={cancelledAt} /> }
          : null,
        cancelReason === null ? null : { label: t('detail.reason'), value: cancelReason },
      ]}
    />
  );
}

interface WayWordsProps {
  readonly way: Subscription['paymentWay'];
  readonly methods: readonly Stored<PaymentMethod>[];
}

function WayWords({ way: { kind, paymentMethodId, useWallet }, methods }: WayWordsProps) {
  const { t } = useTranslation('subscriptions');
  const words = () => {
    if (kind === 'LINK') return t('way.link');
    if (paymentMethodId === null) {
      const method = methods.find(({ isDefault }) => isDefault);
      return method === undefined
        ? t('way.cards.default')
        : t('way.cards.ofDefault', { name: methodName(method) });
    }
    const method = methods.find(({ id }) => id === paymentMethodId);
    return method === undefined ? t('way.cards.kept') : methodName(method);
  };
  return <span>{useWallet ? `${words()} · ${t('way.walletFirst')}` : words()}</span>;
}

import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { FactList } from '../../components/fact-list';
import { consolePaths } from '../../lib/console-paths';

interface SubscriptionLinksProps {
  readonly userId: string;
  /** Null for an invoice of none. */
  readonly subscriptionId: string | null;
}

/** From a customer's document to their subscriptions. */
export function SubscriptionLinks({ userId, subscriptionId }: SubscriptionLinksProps) {
  const { t } = useTranslation('console');
  return (
    <FactList
      title={t('subscriptions.title')}
      look="notes"
      facts={[
        subscriptionId === null
          ? null
          : {
              label: t('subscriptions.linked'),
              value: (
                <Anchor component={Link} href={consolePaths.subscription(subscriptionId)} size="sm">
                  {subscriptionId}
                </Anchor>
              ),
            },
        {
          label: t('subscriptions.customer'),
          value: (
            <Anchor component={Link} href={consolePaths.subscriptionsBy({ customer: userId })} size="sm">
              {t('subscriptions.others')}
            </Anchor>
          ),
        },
      ]}
    />
  );
}

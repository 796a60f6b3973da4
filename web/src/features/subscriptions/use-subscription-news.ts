import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { useTranslation } from 'react-i18next';
import { useNews } from '../../components/use-news';
import type { Stored } from '../../lib/documents';
import { standingOf } from '../../lib/subscription-outlook';

/** Tells screen readers once when a subscription on the page changes its status. */
export function useSubscriptionNews(subscriptions: readonly Stored<Subscription>[]): void {
  const { t } = useTranslation('subscriptions');
  useNews(
    subscriptions.map((subscription) => {
      const standing = standingOf(subscription);
      return {
        id: subscription.id,
        state: standing,
        sentence: () => t(`news.${standing}`, { plan: subscription.planName }),
      };
    }),
  );
}

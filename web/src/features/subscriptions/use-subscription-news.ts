import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../components/announcer';
import type { Stored } from '../../lib/documents';
import { standingOf } from '../../lib/subscription-outlook';
import type { SubscriptionStanding } from '../../lib/subscription-outlook';

/** Tells screen readers once when an open subscription changes its status. */
export function useSubscriptionNews(subscription: Stored<Subscription> | null): void {
  const { t } = useTranslation('subscriptions');
  const announce = useAnnounce();
  const known = useRef<SubscriptionStanding | null>(null);
  const standing = subscription === null ? null : standingOf(subscription);
  const plan = subscription?.planName ?? '';

  useEffect(() => {
    const before = known.current;
    known.current = standing;
    if (before !== null && standing !== null && before !== standing) {
      announce(t(`news.${standing}`, { plan }));
    }
  }, [standing, plan, announce, t]);
}

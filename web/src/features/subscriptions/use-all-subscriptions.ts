import type { Subscription, SubscriptionStatus } from '@hyble/billing-functions/src/schema/subscription';
import { orderBy, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { useLive } from '../../lib/live';
import type { Live } from '../../lib/live';
import { listenToPages } from '../../lib/live-pages';
import type { Pages } from '../../lib/live-pages';

const PAGE_SIZE = 25;

/** What waits for money, all of it, or one status. */
export type SubscriptionTab = 'attention' | 'all' | SubscriptionStatus;

interface Filter {
  readonly tab: SubscriptionTab;
  /** Of one customer, whatever the tab. */
  readonly customer: string | null;
}

/**
 * Everybody's subscriptions: for staff. What waits for money comes by urgency: what stands still first, which nothing
 * moves by itself, then by the day on which the calendar acts. The rest comes newest first.
 */
export function useAllSubscriptions({ tab, customer }: Filter): Live<Pages<Stored<Subscription>>> {
  return useLive(
    useMemo(() => listenToPages(subscriptionsBy({ tab, customer }), PAGE_SIZE), [tab, customer]),
  );
}

function subscriptionsBy({ tab, customer }: Filter) {
  const subscriptions = collectionOf('subscriptions');
  const newestFirst = orderBy('createdAt', 'desc');
  if (customer !== null) return query(subscriptions, where('userId', '==', customer), newestFirst);
  if (tab === 'attention') {
    const waiting = where('status', 'in', ['PAST_DUE', 'SUSPENDED']);
    return query(subscriptions, waiting, orderBy('nextActionAt', 'asc'));
  }
  return query(subscriptions, ...(tab === 'all' ? [] : [where('status', '==', tab)]), newestFirst);
}

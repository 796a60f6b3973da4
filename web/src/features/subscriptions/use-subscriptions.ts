import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { orderBy, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { useLive } from '../../lib/live';
import type { Live } from '../../lib/live';
import { listenToPages } from '../../lib/live-pages';
import type { Pages } from '../../lib/live-pages';

const PAGE_SIZE = 20;

/** A customer's own subscriptions, or those of an organization; newest first. */
export function useSubscriptions(
  uid: string,
  organizationId: string | null,
): Live<Pages<Stored<Subscription>>> {
  return useLive(
    useMemo(() => {
      const account =
        organizationId === null
          ? [where('userId', '==', uid), where('organizationId', '==', null)]
          : [where('organizationId', '==', organizationId)];
      const subscriptions = collectionOf('subscriptions');
      return listenToPages(query(subscriptions, ...account, orderBy('createdAt', 'desc')), PAGE_SIZE);
    }, [uid, organizationId]),
  );
}

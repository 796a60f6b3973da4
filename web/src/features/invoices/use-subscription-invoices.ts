import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { limit, orderBy, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { listenToQuery, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';

/** Two years of months; the rest is in the list of invoices. */
const LATEST = 24;
const EPOCH = new Date(0);

/** The latest invoices of a subscription, newest first, as its customer may list them; null waits. */
export function useSubscriptionInvoices(
  subscription: Pick<Stored<Subscription>, 'id' | 'userId' | 'organizationId'> | null,
): Live<readonly Stored<Invoice>[]> {
  const { id = null, userId = '', organizationId = null } = subscription ?? {};
  return useLive(
    useMemo(() => {
      if (id === null) return null;
      // The security rules want to see whose they are, and that no draft is among them.
      const owner =
        organizationId === null
          ? where('userId', '==', userId)
          : where('organizationId', '==', organizationId);
      return listenToQuery(
        query(
          collectionOf('invoices'),
          where('subscriptionId', '==', id),
          owner,
          where('issueDate', '>', EPOCH),
          orderBy('issueDate', 'desc'),
          limit(LATEST),
        ),
      );
    }, [id, userId, organizationId]),
  );
}

import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import { orderBy, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { useLive } from '../../lib/live';
import type { Live } from '../../lib/live';
import { listenToPages } from '../../lib/live-pages';
import type { Pages } from '../../lib/live-pages';

const PAGE_SIZE = 20;

/** A customer's own payments, or those of an organization; newest first, wallet parts within their payment. */
export function usePayments(uid: string, organizationId: string | null): Live<Pages<Stored<Payment>>> {
  return useLive(
    useMemo(() => {
      const account =
        organizationId === null
          ? [where('userId', '==', uid), where('organizationId', '==', null)]
          : [where('organizationId', '==', organizationId)];
      return listenToPages(
        query(
          collectionOf('payments'),
          ...account,
          where('partOf', '==', null),
          orderBy('createdAt', 'desc'),
        ),
        PAGE_SIZE,
      );
    }, [uid, organizationId]),
  );
}

import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import { limit, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { listenToQuery, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';

const MOST = 50;

/** Payments out of a customer's wallets that wait for their other part; what they hold is not in the balance. */
export function useHeldPayments(uid: string): Live<readonly Stored<Payment>[]> {
  return useLive(
    useMemo(
      () =>
        listenToQuery(
          query(
            collectionOf('payments'),
            where('userId', '==', uid),
            where('gateway', '==', 'wallet'),
            where('status', '==', 'PENDING'),
            limit(MOST),
          ),
        ),
      [uid],
    ),
  );
}

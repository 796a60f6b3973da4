import type { PaymentMethod } from '@hyble/billing-functions/src/schema/payment-method';
import { limit, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { listenToQuery, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';

const MOST = 50;

/** The cards and accounts that gateways keep for a customer, in no order. Without a customer nothing is asked. */
export function usePaymentMethods(uid: string | null): Live<readonly Stored<PaymentMethod>[]> {
  return useLive(
    useMemo(
      () =>
        uid === null
          ? null
          : listenToQuery(
              query(
                collectionOf('paymentMethods'),
                where('userId', '==', uid),
                where('removedAt', '==', null),
                limit(MOST),
              ),
            ),
      [uid],
    ),
  );
}

/** The default first, then the latest added. */
export function inOrder(methods: readonly Stored<PaymentMethod>[]): readonly Stored<PaymentMethod>[] {
  return methods.toSorted(
    (a, b) => Number(b.isDefault) - Number(a.isDefault) || b.createdAt.getTime() - a.createdAt.getTime(),
  );
}

import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import type { Refund } from '@hyble/billing-functions/src/schema/refund';
import { limit, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { listenToQuery, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';
import { ownerFilter } from './payment-reader';
import type { PaymentReader } from './payment-reader';

/** Firestore takes at most 30 values in one filter. */
const MOST_PAYMENTS = 30;
const MOST = 100;

/** What was given back, or is on its way back, of the payments that say so; of no payment nothing is asked. */
export function useRefunds(
  payments: readonly Stored<Payment>[],
  reader: PaymentReader | null,
): Live<readonly Stored<Refund>[]> {
  const key = payments
    .filter(({ refundedAmount, pendingRefund }) => refundedAmount > 0 || pendingRefund !== null)
    .map(({ id }) => id)
    .slice(0, MOST_PAYMENTS)
    .join('/');
  const [field, value] = ownerFilter(reader);
  const mayListen = reader !== null && key !== '';
  return useLive(
    useMemo(
      () =>
        mayListen
          ? listenToQuery(
              query(
                collectionOf('refunds'),
                ...(field === null ? [] : [where(field, '==', value), where('failure', '==', null)]),
                where('paymentId', 'in', key.split('/')),
                limit(MOST),
              ),
            )
          : null,
      [mayListen, key, field, value],
    ),
  );
}

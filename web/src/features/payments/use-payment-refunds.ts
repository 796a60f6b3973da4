import type { Refund } from '@hyble/billing-functions/src/schema/refund';
import { limit, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { listenToQuery, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';

const MOST = 100;

/** Every refund of a payment, the declined ones too: for staff. */
export function usePaymentRefunds(paymentId: string): Live<readonly Stored<Refund>[]> {
  return useLive(
    useMemo(
      () => listenToQuery(query(collectionOf('refunds'), where('paymentId', '==', paymentId), limit(MOST))),
      [paymentId],
    ),
  );
}

import { paths } from '@hyble/billing-functions/src/schema/paths';
import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import { useMemo } from 'react';
import { documentAt } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { listenToDocument, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';

/** One payment, live; null when there is none. Without an id nothing is asked. */
export function usePayment(paymentId: string | null): Live<Stored<Payment> | null> {
  return useLive(
    useMemo(
      () => (paymentId === null ? null : listenToDocument(documentAt(paths.payment(paymentId)))),
      [paymentId],
    ),
  );
}

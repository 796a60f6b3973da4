import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import { limit, orderBy, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { listenToQuery, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';

const LATEST = 20;

/** Whose payments the reader may list: their own, an organization's, or as staff everybody's. */
export type PaymentReader =
  { readonly uid: string } | { readonly organizationId: string } | { readonly isStaff: true };

/** The latest payments of an invoice, newest first; null waits until it is known who reads. */
export function useInvoicePayments(
  invoiceId: string,
  reader: PaymentReader | null,
): Live<readonly Stored<Payment>[]> {
  const [field, value] =
    reader === null || 'isStaff' in reader
      ? [null, null]
      : 'uid' in reader
        ? (['userId', reader.uid] as const)
        : (['organizationId', reader.organizationId] as const);
  const mayListen = reader !== null;
  return useLive(
    useMemo(
      () =>
        mayListen
          ? listenToQuery(
              query(
                collectionOf('payments'),
                ...(field === null ? [] : [where(field, '==', value)]),
                where('invoiceIds', 'array-contains', invoiceId),
                orderBy('createdAt', 'desc'),
                limit(LATEST),
              ),
            )
          : null,
      [invoiceId, mayListen, field, value],
    ),
  );
}

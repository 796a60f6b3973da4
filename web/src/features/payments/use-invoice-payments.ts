import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import { limit, orderBy, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { listenToQuery, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';
import { ownerFilter } from './payment-reader';
import type { PaymentReader } from './payment-reader';

const LATEST = 20;

/** The latest payments of an invoice, newest first; null waits until it is known who reads. */
export function useInvoicePayments(
  invoiceId: string,
  reader: PaymentReader | null,
): Live<readonly Stored<Payment>[]> {
  return usePaymentsOf([invoiceId], reader);
}

/** The latest payments that are for any of these invoices, newest first. */
export function usePaymentsOf(
  invoiceIds: readonly string[],
  reader: PaymentReader | null,
): Live<readonly Stored<Payment>[]> {
  const [field, value] = ownerFilter(reader);
  const key = invoiceIds.join('/');
  const mayListen = reader !== null && key !== '';
  return useLive(
    useMemo(
      () =>
        mayListen
          ? listenToQuery(
              query(
                collectionOf('payments'),
                ...(field === null ? [] : [where(field, '==', value)]),
                where('invoiceIds', 'array-contains-any', key.split('/')),
                orderBy('createdAt', 'desc'),
                limit(LATEST),
              ),
            )
          : null,
      [key, mayListen, field, value],
    ),
  );
}

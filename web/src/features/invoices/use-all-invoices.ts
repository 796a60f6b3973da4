import type { Invoice, InvoiceStatus } from '@hyble/billing-functions/src/schema/invoice';
import { orderBy, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { useLive } from '../../lib/live';
import type { Live } from '../../lib/live';
import { listenToPages } from '../../lib/live-pages';
import type { Pages } from '../../lib/live-pages';

const PAGE_SIZE = 25;

/** Everybody's invoices, drafts too, newest first: for staff. */
export function useAllInvoices(status: InvoiceStatus | null): Live<Pages<Stored<Invoice>>> {
  return useLive(
    useMemo(
      () =>
        listenToPages(
          query(
            collectionOf('invoices'),
            ...(status === null ? [] : [where('status', '==', status)]),
            orderBy('createdAt', 'desc'),
          ),
          PAGE_SIZE,
        ),
      [status],
    ),
  );
}

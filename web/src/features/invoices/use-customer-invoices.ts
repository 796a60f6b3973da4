import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { limit, orderBy, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { PAYABLE_STATUSES } from '../../lib/invoice-state';
import { listenToQuery, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';
import { listenToPages } from '../../lib/live-pages';
import type { Pages } from '../../lib/live-pages';

const PAGE_SIZE = 20;

/** Later than any missing issue date: drafts have none, and no customer may list them. */
const EPOCH = new Date(0);

export type InvoiceTab = 'all' | 'to-pay' | 'paid';

/** A customer's own invoices, or those of an organization they belong to; newest first. */
export function useCustomerInvoices(
  uid: string,
  organizationId: string | null,
  tab: InvoiceTab,
): Live<Pages<Stored<Invoice>>> {
  return useLive(
    useMemo(
      () => listenToPages(customerInvoices(uid, organizationId, tab), PAGE_SIZE),
      [uid, organizationId, tab],
    ),
  );
}

/** The newest of them, and no more; what is owed is summed from the `to-pay` ones. */
export function useNewestInvoices(
  uid: string,
  organizationId: string | null,
  tab: InvoiceTab,
  most: number,
): Live<readonly Stored<Invoice>[]> {
  return useLive(
    useMemo(
      () => listenToQuery(query(customerInvoices(uid, organizationId, tab), limit(most))),
      [uid, organizationId, tab, most],
    ),
  );
}

function customerInvoices(uid: string, organizationId: string | null, tab: InvoiceTab) {
  const account =
    organizationId === null
      ? [where('userId', '==', uid), where('organizationId', '==', null)]
      : [where('organizationId', '==', organizationId)];
  const status = {
    all: [],
    'to-pay': [where('status', 'in', PAYABLE_STATUSES)],
    paid: [where('status', '==', 'PAID')],
  }[tab];
  return query(
    collectionOf('invoices'),
    ...account,
    ...status,
    where('issueDate', '>', EPOCH),
    orderBy('issueDate', 'desc'),
  );
}

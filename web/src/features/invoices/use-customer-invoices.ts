import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { limit, orderBy, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { firebase } from '../../lib/firebase';
import { EVERY_INVOICE, invoiceQuery } from '../../lib/invoice-search';
import type { InvoiceSearch, InvoiceTab } from '../../lib/invoice-search';
import { listenToQuery, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';
import { listenToPages } from '../../lib/live-pages';
import type { Pages } from '../../lib/live-pages';

const PAGE_SIZE = 20;

/** Later than any missing issue date: drafts have none, and no customer may list them. */
const EPOCH = new Date(0);

/** A customer's own invoices, or those of an organization they belong to, as they are searched. */
export function useCustomerInvoices(
  uid: string,
  organizationId: string | null,
  search: InvoiceSearch,
): Live<Pages<Stored<Invoice>>> {
  const { tab, number, from, to, sort } = search;
  return useLive(
    useMemo(
      () => listenToPages(customerInvoices(uid, organizationId, { tab, number, from, to, sort }), PAGE_SIZE),
      [uid, organizationId, tab, number, from, to, sort],
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
      () =>
        listenToQuery(query(customerInvoices(uid, organizationId, { ...EVERY_INVOICE, tab }), limit(most))),
      [uid, organizationId, tab, most],
    ),
  );
}

function customerInvoices(uid: string, organizationId: string | null, search: InvoiceSearch) {
  const { statuses, issuedFrom, issuedBefore, numbers, order } = invoiceQuery(
    search,
    firebase().config.invoiceNumberPrefix,
  );
  return query(
    collectionOf('invoices'),
    ...(organizationId === null
      ? [where('userId', '==', uid), where('organizationId', '==', null)]
      : [where('organizationId', '==', organizationId)]),
    ...(statuses === null ? [] : [where('status', 'in', statuses)]),
    issuedFrom === null ? where('issueDate', '>', EPOCH) : where('issueDate', '>=', issuedFrom),
    ...(issuedBefore === null ? [] : [where('issueDate', '<', issuedBefore)]),
    ...(numbers === null
      ? []
      : [where('invoiceNumber', '>=', numbers.first), where('invoiceNumber', '<=', numbers.last)]),
    orderBy(order.field, order.direction),
  );
}

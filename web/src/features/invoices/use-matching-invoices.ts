import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { limit, orderBy, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { PAYABLE_STATUSES } from '../../lib/invoice-state';
import { listenToQuery, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';

const MOST = 20;

/** The last character there is: a range up to it holds everything that begins alike. */
const LAST = '\uf8ff';

/**
 * Invoices that an amount of money may pay: those whose number begins as typed, or while nothing is typed, the open
 * ones of just this amount. For staff.
 */
export function useMatchingInvoices(
  typed: string,
  { amount, currency }: { amount: number; currency: string },
): Live<readonly Stored<Invoice>[]> {
  // Numbers are written in capitals, as the server makes them.
  const beginning = typed.trim().toUpperCase();
  return useLive(
    useMemo(() => {
      const invoices = collectionOf('invoices');
      const wanted =
        beginning === ''
          ? [
              where('amountDue', '==', amount),
              where('currency', '==', currency),
              where('status', 'in', PAYABLE_STATUSES),
            ]
          : [
              where('invoiceNumber', '>=', beginning),
              where('invoiceNumber', '<=', `${beginning}${LAST}`),
              orderBy('invoiceNumber', 'desc'),
            ];
      return listenToQuery(query(invoices, ...wanted, limit(MOST)));
    }, [beginning, amount, currency]),
  );
}

import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { limit, orderBy, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { firebase } from '../../lib/firebase';
import { PAYABLE_STATUSES } from '../../lib/invoice-state';
import { listenToQuery, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';
import { numbersBeginning } from '../../lib/number-range';

const MOST = 20;

/**
 * Invoices that an amount of money may pay: those whose number begins as typed, or while nothing is typed, the open
 * ones of just this amount. For staff.
 */
export function useMatchingInvoices(
  typed: string,
  { amount, currency }: { amount: number; currency: string },
): Live<readonly Stored<Invoice>[]> {
  const beginning = typed.trim();
  return useLive(
    useMemo(() => {
      const invoices = collectionOf('invoices');
      const numbers = numbersBeginning(beginning, firebase().config.invoiceNumberPrefix);
      const wanted =
        numbers === null
          ? [
              where('amountDue', '==', amount),
              where('currency', '==', currency),
              where('status', 'in', PAYABLE_STATUSES),
            ]
          : [
              where('invoiceNumber', '>=', numbers.first),
              where('invoiceNumber', '<=', numbers.last),
              orderBy('invoiceNumber', 'desc'),
            ];
      return listenToQuery(query(invoices, ...wanted, limit(MOST)));
    }, [beginning, amount, currency]),
  );
}

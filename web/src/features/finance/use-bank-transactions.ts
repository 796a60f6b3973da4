import type { BankTransaction } from '@hyble/billing-functions/src/schema/bank-transaction';
import { orderBy, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { useLive } from '../../lib/live';
import type { Live } from '../../lib/live';
import { listenToPages } from '../../lib/live-pages';
import type { Pages } from '../../lib/live-pages';

const PAGE_SIZE = 25;

/** Lines of bank statements with a status, newest booking first. */
export function useBankTransactions(status: BankTransaction['status']): Live<Pages<Stored<BankTransaction>>> {
  return useLive(
    useMemo(
      () =>
        listenToPages(
          query(collectionOf('bankTransactions'), where('status', '==', status), orderBy('bookedOn', 'desc')),
          PAGE_SIZE,
        ),
      [status],
    ),
  );
}

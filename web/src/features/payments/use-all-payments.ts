import type { Payment, PaymentGateway, PaymentStatus } from '@hyble/billing-functions/src/schema/payment';
import { orderBy, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { useLive } from '../../lib/live';
import type { Live } from '../../lib/live';
import { listenToPages } from '../../lib/live-pages';
import type { Pages } from '../../lib/live-pages';

const PAGE_SIZE = 25;

interface Filter {
  readonly status: PaymentStatus | null;
  readonly gateway: PaymentGateway | null;
}

/** Everybody's payments, newest first, wallet parts within their payment: for staff. */
export function useAllPayments({ status, gateway }: Filter): Live<Pages<Stored<Payment>>> {
  return useLive(
    useMemo(
      () =>
        listenToPages(
          query(
            collectionOf('payments'),
            where('partOf', '==', null),
            ...(status === null ? [] : [where('status', '==', status)]),
            ...(gateway === null ? [] : [where('gateway', '==', gateway)]),
            orderBy('createdAt', 'desc'),
          ),
          PAGE_SIZE,
        ),
      [status, gateway],
    ),
  );
}

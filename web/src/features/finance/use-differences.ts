import type { Difference } from '@hyble/billing-functions/src/schema/difference';
import { orderBy, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { useLive } from '../../lib/live';
import type { Live } from '../../lib/live';
import { listenToPages } from '../../lib/live-pages';
import type { Pages } from '../../lib/live-pages';

const PAGE_SIZE = 25;

/** What gateways' books and ours tell differently, newest first. */
export function useDifferences(status: Difference['status']): Live<Pages<Stored<Difference>>> {
  return useLive(
    useMemo(
      () =>
        listenToPages(
          query(collectionOf('differences'), where('status', '==', status), orderBy('createdAt', 'desc')),
          PAGE_SIZE,
        ),
      [status],
    ),
  );
}

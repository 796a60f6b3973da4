import type { Plan } from '@hyble/billing-functions/src/schema/plan';
import { orderBy, query } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { useLive } from '../../lib/live';
import type { Live } from '../../lib/live';
import { listenToPages } from '../../lib/live-pages';
import type { Pages } from '../../lib/live-pages';

const PAGE_SIZE = 50;

/** Every plan by name, on sale or not: for staff. */
export function useAllPlans(): Live<Pages<Stored<Plan>>> {
  return useLive(
    useMemo(() => listenToPages(query(collectionOf('plans'), orderBy('name', 'asc')), PAGE_SIZE), []),
  );
}

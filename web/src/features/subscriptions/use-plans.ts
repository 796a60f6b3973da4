import { paths } from '@hyble/billing-functions/src/schema/paths';
import type { Plan } from '@hyble/billing-functions/src/schema/plan';
import { limit, orderBy, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf, documentAt } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { listenToDocument, listenToQuery, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';

/** As many as a page may list; no seller has more on sale. */
const MOST = 100;

/** The plans on sale, the cheapest first. */
export function usePlansOnSale(): Live<readonly Stored<Plan>[]> {
  return useLive(
    useMemo(
      () =>
        listenToQuery(
          query(collectionOf('plans'), where('isActive', '==', true), orderBy('price', 'asc'), limit(MOST)),
        ),
      [],
    ),
  );
}

/** One plan, live; null when there is none. */
export function usePlan(planId: string): Live<Stored<Plan> | null> {
  return useLive(useMemo(() => listenToDocument(documentAt(paths.plan(planId))), [planId]));
}

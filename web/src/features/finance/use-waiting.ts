import { limit, query, where } from 'firebase/firestore';
import type { QueryFieldFilterConstraint } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import { listenToQuery, useLive } from '../../lib/live';

/** Nobody needs to know how many more than this wait; it also bounds what is read. */
export const MOST_COUNTED = 100;

export interface Waiting {
  readonly differences: number;
  readonly events: number;
  readonly bankLines: number;
}

/** How much waits for a person, each up to `MOST_COUNTED`; 0 while it is not known. */
export function useWaiting(): Waiting {
  return {
    differences: useCount('differences', OPEN),
    events: useCount('gatewayEvents', FAILED_EVENT),
    bankLines: useCount('bankTransactions', OPEN),
  };
}

const OPEN = [where('status', '==', 'OPEN')];
const FAILED_EVENT = [where('outcome', '==', 'FAILED'), where('acknowledgement', '==', null)];

function useCount(
  name: 'differences' | 'gatewayEvents' | 'bankTransactions',
  filters: readonly QueryFieldFilterConstraint[],
) {
  const live = useLive<readonly unknown[]>(
    useMemo(() => listenToQuery(query(collectionOf(name), ...filters, limit(MOST_COUNTED))), [name, filters]),
  );
  return live.status === 'ready' ? live.data.length : 0;
}

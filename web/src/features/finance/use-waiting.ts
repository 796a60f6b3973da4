import { limit, query, where } from 'firebase/firestore';
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
    differences: useCount('differences', 'status', 'OPEN'),
    events: useCount('gatewayEvents', 'outcome', 'FAILED'),
    bankLines: useCount('bankTransactions', 'status', 'OPEN'),
  };
}

function useCount(name: 'differences' | 'gatewayEvents' | 'bankTransactions', field: string, value: string) {
  const live = useLive<readonly unknown[]>(
    useMemo(
      () => listenToQuery(query(collectionOf(name), where(field, '==', value), limit(MOST_COUNTED))),
      [name, field, value],
    ),
  );
  return live.status === 'ready' ? live.data.length : 0;
}

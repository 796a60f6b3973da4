import type { GatewayEventRecord } from '@hyble/billing-functions/src/schema/gateway-event';
import { orderBy, query, where } from 'firebase/firestore';
import type { QueryFieldFilterConstraint } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { useLive } from '../../lib/live';
import type { Live } from '../../lib/live';
import { listenToPages } from '../../lib/live-pages';
import type { Pages } from '../../lib/live-pages';

const PAGE_SIZE = 25;

/** WAITING: failed, and nobody has settled it yet. */
export const EVENT_FILTERS = ['WAITING', 'APPLIED', 'IGNORED', 'FAILED'] as const;
export type EventFilter = (typeof EVENT_FILTERS)[number];

/** Signed callbacks of gateways, newest first; null narrows nothing. */
export function useGatewayEvents(filter: EventFilter | null): Live<Pages<Stored<GatewayEventRecord>>> {
  return useLive(
    useMemo(
      () =>
        listenToPages(
          query(collectionOf('gatewayEvents'), ...conditions(filter), orderBy('receivedAt', 'desc')),
          PAGE_SIZE,
        ),
      [filter],
    ),
  );
}

function conditions(filter: EventFilter | null): QueryFieldFilterConstraint[] {
  switch (filter) {
    case null:
      return [];
    case 'WAITING':
      return [where('outcome', '==', 'FAILED'), where('acknowledgement', '==', null)];
    case 'APPLIED':
    case 'IGNORED':
    case 'FAILED':
      return [where('outcome', '==', filter)];
  }
}

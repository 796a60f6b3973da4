import type { GatewayEventRecord } from '@hyble/billing-functions/src/schema/gateway-event';
import { orderBy, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { useLive } from '../../lib/live';
import type { Live } from '../../lib/live';
import { listenToPages } from '../../lib/live-pages';
import type { Pages } from '../../lib/live-pages';

const PAGE_SIZE = 25;

/** Signed callbacks of gateways, newest first. */
export function useGatewayEvents(
  outcome: GatewayEventRecord['outcome'] | null,
): Live<Pages<Stored<GatewayEventRecord>>> {
  return useLive(
    useMemo(
      () =>
        listenToPages(
          query(
            collectionOf('gatewayEvents'),
            ...(outcome === null ? [] : [where('outcome', '==', outcome)]),
            orderBy('receivedAt', 'desc'),
          ),
          PAGE_SIZE,
        ),
      [outcome],
    ),
  );
}

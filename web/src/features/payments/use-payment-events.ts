import type { GatewayEventRecord } from '@hyble/billing-functions/src/schema/gateway-event';
import { limit, orderBy, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { listenToQuery, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';

const LATEST = 50;

/** What the gateway told of a payment, newest first: for staff. */
export function usePaymentEvents(paymentId: string): Live<readonly Stored<GatewayEventRecord>[]> {
  return useLive(
    useMemo(
      () =>
        listenToQuery(
          query(
            collectionOf('gatewayEvents'),
            where('paymentId', '==', paymentId),
            orderBy('receivedAt', 'desc'),
            limit(LATEST),
          ),
        ),
      [paymentId],
    ),
  );
}

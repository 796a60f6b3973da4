import { paths } from '@hyble/billing-functions/src/schema/paths';
import type { Subscription } from '@hyble/billing-functions/src/schema/subscription';
import { useMemo } from 'react';
import { documentAt } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { listenToDocument, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';

/** One subscription, live; null when there is none. */
export function useSubscription(subscriptionId: string): Live<Stored<Subscription> | null> {
  return useLive(
    useMemo(() => listenToDocument(documentAt(paths.subscription(subscriptionId))), [subscriptionId]),
  );
}

import type { DunningAttempt } from '@hyble/billing-functions/src/schema/subscription';
import { limit, orderBy, query } from 'firebase/firestore';
import { useMemo } from 'react';
import { attemptsOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { listenToQuery, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';

/** Four a failed period: years of failures. */
const LATEST = 50;

/** The attempts to collect that failed, or that ended a dunning; newest first. */
export function useDunningAttempts(subscriptionId: string): Live<readonly Stored<DunningAttempt>[]> {
  return useLive(
    useMemo(
      () => listenToQuery(query(attemptsOf(subscriptionId), orderBy('attemptNumber', 'desc'), limit(LATEST))),
      [subscriptionId],
    ),
  );
}

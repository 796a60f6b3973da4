import type { WalletEntry } from '@hyble/billing-functions/src/schema/wallet';
import { orderBy, query } from 'firebase/firestore';
import { useMemo } from 'react';
import { entriesOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { useLive } from '../../lib/live';
import type { Live } from '../../lib/live';
import { listenToPages } from '../../lib/live-pages';
import type { Pages } from '../../lib/live-pages';

const PAGE_SIZE = 20;

/** What went in and out of a wallet, newest first, page by page. */
export function useWalletEntries(uid: string, currency: string): Live<Pages<Stored<WalletEntry>>> {
  return useLive(
    useMemo(
      () => listenToPages(query(entriesOf(uid, currency), orderBy('createdAt', 'desc')), PAGE_SIZE),
      [uid, currency],
    ),
  );
}

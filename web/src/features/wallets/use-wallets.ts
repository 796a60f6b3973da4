import { paths } from '@hyble/billing-functions/src/schema/paths';
import type { Wallet } from '@hyble/billing-functions/src/schema/wallet';
import { limit, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf, documentAt } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { listenToDocument, listenToQuery, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';

/** More currencies than anybody pays in. */
const MOST = 20;

/** A customer's wallets, one for each currency that money ever moved in. */
export function useWallets(uid: string): Live<readonly Stored<Wallet>[]> {
  return useLive(
    useMemo(
      () => listenToQuery(query(collectionOf('wallets'), where('userId', '==', uid), limit(MOST))),
      [uid],
    ),
  );
}

/** The wallet of one currency; null before its first entry. A currency that is not known yet is waited for. */
export function useWallet(uid: string, currency: string | null): Live<Stored<Wallet> | null> {
  return useLive(
    useMemo(
      () => (currency === null ? null : listenToDocument(documentAt(paths.wallet(uid, currency)))),
      [uid, currency],
    ),
  );
}

import { paths } from '@hyble/billing-functions/src/schema/paths';
import type { User } from '@hyble/billing-functions/src/schema/user';
import { useMemo } from 'react';
import { documentAt } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { listenToDocument, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';

/** A customer's profile; null before it has been made. */
export function useProfile(uid: string): Live<Stored<User> | null> {
  return useLive(useMemo(() => listenToDocument(documentAt(paths.user(uid))), [uid]));
}

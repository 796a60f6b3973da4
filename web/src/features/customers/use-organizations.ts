import type { Organization } from '@hyble/billing-functions/src/schema/organization';
import { paths } from '@hyble/billing-functions/src/schema/paths';
import { useMemo } from 'react';
import { documentAt } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { listenToDocuments, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';

/** The organizations with these ids that still exist, in the same order: a customer may get theirs, but list none. */
export function useOrganizations(ids: readonly string[]): Live<readonly Stored<Organization>[]> {
  const key = ids.join('/');
  return useLive(
    useMemo(
      () =>
        listenToDocuments((key === '' ? [] : key.split('/')).map((id) => documentAt(paths.organization(id)))),
      [key],
    ),
  );
}

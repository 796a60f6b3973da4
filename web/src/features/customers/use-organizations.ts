import type { Organization } from '@hyble/billing-functions/src/schema/organization';
import { paths } from '@hyble/billing-functions/src/schema/paths';
import { useMemo } from 'react';
import { documentAt } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { listenToDocument, useLive } from '../../lib/live';
import type { Listen, Live } from '../../lib/live';

/** The organizations with these ids that still exist, in the same order. */
export function useOrganizations(ids: readonly string[]): Live<readonly Stored<Organization>[]> {
  const key = ids.join('/');
  return useLive(useMemo(() => listenToOrganizations(key === '' ? [] : key.split('/')), [key]));
}

/** Each by itself: a customer may get the organizations they belong to, but list none. */
function listenToOrganizations(ids: readonly string[]): Listen<readonly Stored<Organization>[]> {
  return ({ next, fail }) => {
    const found = new Map<string, Stored<Organization> | null>();
    const publish = () => {
      if (found.size === ids.length) next(ids.flatMap((id) => found.get(id) ?? []));
    };
    const stops = ids.map((id) =>
      listenToDocument(documentAt(paths.organization(id)))({
        next: (organization) => {
          found.set(id, organization);
          publish();
        },
        fail,
      }),
    );
    publish();
    return () => {
      stops.forEach((stop) => {
        stop();
      });
    };
  };
}

import type { Organization } from '@hyble/billing-functions/src/schema/organization';
import type { User } from '@hyble/billing-functions/src/schema/user';
import { useSearchParams } from 'wouter';
import type { Stored } from '../../lib/documents';
import type { Live } from '../../lib/live';
import { useOrganizations } from './use-organizations';
import { useProfile } from './use-profile';

interface Accounts {
  /** An organization's id; null is the customer's own account. */
  readonly account: string | null;
  readonly organizations: readonly Stored<Organization>[];
  readonly choose: (organizationId: string | null) => void;
  readonly profile: Live<Stored<User> | null>;
}

/** The accounts that a customer may look at, and which one they do: it lives in the address. */
export function useAccounts(uid: string): Accounts {
  const [search, setSearch] = useSearchParams();
  const profile = useProfile(uid);
  const organizations = useOrganizations(
    profile.status === 'ready' ? (profile.data?.organizationIds ?? []) : [],
  );
  return {
    account: search.get('account'),
    organizations: organizations.status === 'ready' ? organizations.data : [],
    choose: (organizationId) => {
      setSearch((current) => {
        if (organizationId === null) current.delete('account');
        else current.set('account', organizationId);
        return current;
      });
    },
    profile,
  };
}

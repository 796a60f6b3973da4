import type { User } from '@hyble/billing-functions/src/schema/user';
import { endAt, getDocs, limit, orderBy, query, startAt } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { problemOf, useLive } from '../../lib/live';
import type { Listen, Live } from '../../lib/live';
import { beginningWith } from '../../lib/text-range';

const MOST = 10;

/** Customers whose e-mail address or name begins with the text; for staff. */
export function useCustomerSearch(text: string): Live<readonly Stored<User>[]> {
  return useLive(useMemo(() => searchCustomers(text.trim()), [text]));
}

function searchCustomers(text: string): Listen<readonly Stored<User>[]> {
  return ({ next, fail }) => {
    let isWanted = true;
    Promise.all([beginsWith('email', text.toLowerCase()), beginsWith('displayName', capitalized(text))]).then(
      (found) => {
        if (!isWanted) return;
        const byId = new Map(found.flat().map((customer) => [customer.id, customer]));
        next([...byId.values()]);
      },
      (error: unknown) => {
        if (isWanted) fail(problemOf(error));
      },
    );
    return () => {
      isWanted = false;
    };
  };
}

async function beginsWith(field: 'email' | 'displayName', text: string): Promise<Stored<User>[]> {
  const { first, last } = beginningWith(text);
  const found = await getDocs(
    query(collectionOf('users'), orderBy(field), startAt(first), endAt(last), limit(MOST)),
  );
  return found.docs.map((document) => document.data());
}

/** Names are stored as people write them, with a capital; in Turkish that of i is İ. */
function capitalized(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('tr') + text.slice(1);
}

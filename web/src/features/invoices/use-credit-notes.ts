import type { CreditNote } from '@hyble/billing-functions/src/schema/credit-note';
import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { limit, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { listenToQuery, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';

const MOST = 100;

type Credited = Pick<Stored<Invoice>, 'id' | 'organizationId' | 'amountCredited'>;

/**
 * The credit notes of an invoice that has any, for its customer or for staff, who prove nothing; of another one nothing
 * is asked.
 */
export function useCreditNotes(
  invoice: Credited | null,
  reader: string | { readonly isStaff: true },
): Live<readonly Stored<CreditNote>[]> {
  const invoiceId = invoice !== null && invoice.amountCredited > 0 ? invoice.id : null;
  const uid = typeof reader === 'string' ? reader : null;
  const organizationId = invoice?.organizationId ?? null;
  return useLive(
    useMemo(() => {
      if (invoiceId === null) return null;
      const owner =
        uid === null
          ? []
          : [
              organizationId === null
                ? where('userId', '==', uid)
                : where('organizationId', '==', organizationId),
            ];
      return listenToQuery(
        query(collectionOf('creditNotes'), ...owner, where('invoiceId', '==', invoiceId), limit(MOST)),
      );
    }, [invoiceId, organizationId, uid]),
  );
}

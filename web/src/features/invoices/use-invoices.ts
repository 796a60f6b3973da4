import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { paths } from '@hyble/billing-functions/src/schema/paths';
import { useMemo } from 'react';
import { documentAt } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { listenToDocuments, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';

/** The invoices with these ids that there are, in the same order. */
export function useInvoices(ids: readonly string[]): Live<readonly Stored<Invoice>[]> {
  const key = ids.join('/');
  return useLive(
    useMemo(
      () => listenToDocuments((key === '' ? [] : key.split('/')).map((id) => documentAt(paths.invoice(id)))),
      [key],
    ),
  );
}

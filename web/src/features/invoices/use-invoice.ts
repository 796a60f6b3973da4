import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { paths } from '@hyble/billing-functions/src/schema/paths';
import { useMemo } from 'react';
import { documentAt } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { listenToDocument, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';

/** One invoice, live; null when there is none. */
export function useInvoice(invoiceId: string): Live<Stored<Invoice> | null> {
  return useLive(useMemo(() => listenToDocument(documentAt(paths.invoice(invoiceId))), [invoiceId]));
}

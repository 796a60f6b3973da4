import type { AuditEntry } from '@hyble/billing-functions/src/schema/audit-entry';
import { paths } from '@hyble/billing-functions/src/schema/paths';
import { limit, orderBy, query, where } from 'firebase/firestore';
import { useMemo } from 'react';
import { collectionOf } from '../../lib/documents';
import type { Stored } from '../../lib/documents';
import { listenToQuery, useLive } from '../../lib/live';
import type { Live } from '../../lib/live';

const LATEST = 50;

/** Who did what to an invoice, newest first: for staff. */
export function useInvoiceAudit(invoiceId: string): Live<readonly Stored<AuditEntry>[]> {
  return useLive(
    useMemo(
      () =>
        listenToQuery(
          query(
            collectionOf('auditLog'),
            where('subject', '==', paths.invoice(invoiceId)),
            orderBy('createdAt', 'desc'),
            limit(LATEST),
          ),
        ),
      [invoiceId],
    ),
  );
}

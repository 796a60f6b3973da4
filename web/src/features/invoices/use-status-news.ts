import type { Invoice, InvoiceStatus } from '@hyble/billing-functions/src/schema/invoice';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../components/announcer';
import type { Stored } from '../../lib/documents';

/** Tells screen readers once when an open invoice changes its status. */
export function useStatusNews(invoice: Stored<Invoice> | null): void {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const known = useRef<InvoiceStatus | null>(null);
  const status = invoice?.status ?? null;
  const number = invoice?.invoiceNumber ?? '';

  useEffect(() => {
    const before = known.current;
    known.current = status;
    if (before !== null && status !== null && before !== status) {
      announce(t(`invoiceNews.${status}`, { number }));
    }
  }, [status, number, announce, t]);
}

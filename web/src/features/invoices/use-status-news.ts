import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import { useTranslation } from 'react-i18next';
import { useNews } from '../../components/use-news';
import type { Stored } from '../../lib/documents';

/** Tells screen readers once when an invoice on the page changes its status. */
export function useStatusNews(invoices: readonly Stored<Invoice>[]): void {
  const { t } = useTranslation();
  useNews(
    invoices.map(({ id, status, invoiceNumber }) => ({
      id,
      state: status,
      sentence: () => t(`invoiceNews.${status}`, { number: invoiceNumber ?? '' }),
    })),
  );
}

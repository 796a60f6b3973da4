import type { Invoice } from '../../schema/invoice';
import { invoiceContent } from './invoice-content';
import { renderDocument } from './render-document';

/**
 * Draws an invoice as a PDF, in the invoice's language. The same invoice gives the same bytes.
 * Import this module only when a document is wanted: it brings pdfkit and the fonts.
 */
export function renderInvoicePdf(invoice: Invoice & { id: string }): Promise<Buffer> {
  const { id, locale, seller, issueDate, createdAt } = invoice;
  return renderDocument(invoiceContent(invoice), {
    id,
    locale,
    author: seller?.name ?? null,
    date: issueDate ?? createdAt,
  });
}

import type { CreditNote } from '../../schema/credit-note';
import { creditNoteContent } from './credit-note-content';
import { renderDocument } from './render-document';

/**
 * Draws a credit note as a PDF, in the language of its invoice. The same credit note gives the same bytes.
 * Import this module only when a document is wanted: it brings pdfkit and the fonts.
 */
export function renderCreditNotePdf(creditNote: CreditNote & { id: string }): Promise<Buffer> {
  const { id, locale, seller, issueDate } = creditNote;
  return renderDocument(creditNoteContent(creditNote), { id, locale, author: seller.name, date: issueDate });
}

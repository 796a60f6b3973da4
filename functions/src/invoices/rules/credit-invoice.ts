import type { Write } from '../../core/decision';
import { create } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import { creditNoteIssuedEntry, journalWrites } from '../../finance/rules/journal';
import { must } from '../../platform/errors';
import { paths } from '../../schema/paths';
import { creditPart } from './credit-part';
import type { InvoiceWithId } from './settle-invoice';

export interface Credit {
  readonly creditNoteId: string;
  readonly creditNoteNumber: string;
  readonly refundId: string;
  /** Gross, in minor units of the invoice's currency. */
  readonly amount: MinorUnits;
  readonly reason: string | null;
}

/**
 * Issues a credit note: the record of what is taken back of an invoice, and its entry in the journal. The invoice's own
 * sums change with the refund that the credit note belongs to, and are written there.
 */
export function creditInvoice({ id, invoice }: InvoiceWithId, credit: Credit, now: Date): Write[] {
  const { creditNoteId, creditNoteNumber, refundId, amount, reason } = credit;
  const { userId, organizationId, currency, locale, amountCredited } = invoice;
  const { taxes, ...sums } = creditPart(invoice, amountCredited, amount);
  return [
    create(paths.creditNote(creditNoteId), {
      creditNoteNumber,
      invoiceId: id,
      invoiceNumber: must(invoice.invoiceNumber, 'INVOICE_NOT_ISSUED', { invoiceId: id }),
      refundId,
      userId,
      organizationId,
      ...sums,
      taxes: [...taxes],
      currency,
      locale,
      issueDate: now,
      reason,
      seller: must(invoice.seller, 'INVOICE_NOT_ISSUED', { invoiceId: id }),
      buyer: must(invoice.buyer, 'INVOICE_NOT_ISSUED', { invoiceId: id }),
    }),
    ...journalWrites(
      `credit_${creditNoteId}`,
      creditNoteIssuedEntry({ invoiceId: id, currency, ...sums }, now),
    ),
  ];
}

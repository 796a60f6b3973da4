import type { MinorUnits } from '../../core/money';
import { minorUnits } from '../../core/money';
import type { CreditNote } from '../../schema/credit-note';
import type { Invoice } from '../../schema/invoice';
import { creditPart } from '../rules/credit-part';
import { anInvoice } from './invoice-factory';

/** The credit note of the first 1.200,00 taken back of an invoice; its parties and language are the invoice's. */
export function aCreditNote(
  override: Partial<CreditNote> = {},
  { of = anInvoice(), amount = minorUnits(120_000) }: { of?: Invoice; amount?: MinorUnits } = {},
): CreditNote {
  const { invoiceNumber, userId, organizationId, currency, locale, seller, buyer } = of;
  if (invoiceNumber === null || seller === null || buyer === null)
    throw new Error('A draft has no credit notes');
  const { taxes, ...sums } = creditPart(of, minorUnits(0), amount);
  const issueDate = new Date('2026-03-15T07:45:00Z');
  return {
    creditNoteNumber: 'HYB-CN-202603-0007',
    invoiceId: 'invoice-1',
    invoiceNumber,
    refundId: 'refund-1',
    userId,
    organizationId,
    ...sums,
    taxes: [...taxes],
    currency,
    locale,
    issueDate,
    reason: null,
    seller,
    buyer,
    createdAt: issueDate,
    updatedAt: issueDate,
    ...override,
  };
}

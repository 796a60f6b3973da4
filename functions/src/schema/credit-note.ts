import * as z from 'zod';
import { amount, currency, id, locale, stamps, uid } from './common';
import { party, taxSubtotal } from './invoice';

/**
 * `creditNotes/{id}`: takes back a part of an issued invoice, with the VAT of that part. Our own record of a refund
 * and nothing more: it is no e-document, and a buyer who is a taxpayer sends an invoice of return.
 */
export const creditNote = z.object({
  creditNoteNumber: z.string(),
  invoiceId: id,
  invoiceNumber: z.string(),
  refundId: id,
  userId: uid,
  organizationId: id.nullable(),
  subtotal: amount,
  taxes: z.array(taxSubtotal),
  taxTotal: amount,
  total: amount,
  currency,
  locale,
  issueDate: z.date(),
  reason: z.string().max(500).nullable(),
  seller: party,
  buyer: party,
  ...stamps,
});
export type CreditNote = z.infer<typeof creditNote>;

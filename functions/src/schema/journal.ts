import * as z from 'zod';
import { amount, currency, id, stamps } from './common';

export const account = z.enum([
  'receivables',
  'revenue',
  'vatPayable',
  'cash.stripe',
  'cash.paytr',
  'walletLiability',
  'installmentSurcharge',
]);
export type Account = z.infer<typeof account>;

export const journalLine = z.object({ account, debit: amount, credit: amount });
export type JournalLine = z.infer<typeof journalLine>;

/** `journal/{id}`: one movement; its debits equal its credits. Written once, never changed. */
export const journalEntry = z.object({
  date: z.date(),
  kind: z.enum(['INVOICE_ISSUED', 'INVOICE_CANCELLED', 'PAYMENT_RECEIVED']),
  lines: z.array(journalLine).min(2),
  currency,
  refs: z.object({ invoiceIds: z.array(id), paymentId: id.nullable() }),
  ...stamps,
});
export type JournalEntry = z.infer<typeof journalEntry>;

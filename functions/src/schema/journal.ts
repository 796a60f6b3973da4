import * as z from 'zod';
import { amount, currency, id, stamps } from './common';

export const account = z.enum([
  'receivables',
  'revenue',
  'vatPayable',
  'cash.stripe',
  'cash.paytr',
  'cash.bank',
  /** What a bank took back until it has decided a dispute. */
  'disputed',
  'walletLiability',
  /** Wallet money set aside for payments that are under way; still owed to the customer. */
  'walletHolds',
  'installmentSurcharge',
  /** What credit notes took back of the revenue. */
  'refunds',
  'gatewayFees',
  'badDebt',
]);
export type Account = z.infer<typeof account>;

export const journalLine = z.object({ account, debit: amount, credit: amount });
export type JournalLine = z.infer<typeof journalLine>;

/** `journal/{id}`: one movement; its debits equal its credits. Written once, never changed. */
export const journalEntry = z.object({
  date: z.date(),
  kind: z.enum([
    'INVOICE_ISSUED',
    'INVOICE_CANCELLED',
    'CREDIT_NOTE_ISSUED',
    'PAYMENT_RECEIVED',
    'PAYMENT_REFUNDED',
    'GATEWAY_FEE',
    'WALLET_HELD',
    'WALLET_SPENT',
    'WALLET_RELEASED',
    'DISPUTE_OPENED',
    'DISPUTE_WON',
    'DISPUTE_LOST',
  ]),
  lines: z.array(journalLine).min(2),
  currency,
  refs: z.object({ invoiceIds: z.array(id), paymentId: id.nullable() }),
  ...stamps,
});
export type JournalEntry = z.infer<typeof journalEntry>;

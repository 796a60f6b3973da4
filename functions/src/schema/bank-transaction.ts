import * as z from 'zod';
import { amount, calendarDay, currency, id, positiveAmount, stamps } from './common';

/** In the order in which money is spent on them. */
const invoiceIds = z
  .array(id)
  .min(1)
  .max(20)
  .refine((ids) => new Set(ids).size === ids.length, 'names an invoice twice');

/** What the file and the open invoices suggest. */
export const bankMatch = z.object({
  invoiceIds,
  /** NUMBER_AND_AMOUNT: the text names the invoices and the sum fits; NUMBER: it names them; AMOUNT: one fits. */
  basis: z.enum(['NUMBER_AND_AMOUNT', 'NUMBER', 'AMOUNT']),
});
export type BankMatch = z.infer<typeof bankMatch>;

/** `bankTransactions/{id}`: money that came into the bank account, one line of a statement that finance imported. */
export const bankTransaction = z.object({
  /** Of the account that it came into. */
  account: z.string().nullable(),
  /** The bank's own reference, where it gives one. */
  bankReference: z.string().nullable(),
  /** The start, in the seller's zone, of the day on which the bank booked it. */
  bookedOn: z.date(),
  amount,
  currency,
  payer: z.string().nullable(),
  /** What the payer wrote. */
  remittance: z.string(),
  status: z.enum(['OPEN', 'MATCHED', 'DISMISSED']),
  proposal: bankMatch.nullable(),
  /** The payment that it became. */
  paymentId: id.nullable(),
  ...stamps,
});
export type BankTransaction = z.infer<typeof bankTransaction>;

/** Money that finance saw on the bank account. */
export const recordBankTransferRequest = z.strictObject({
  /** Chosen by the caller; the same id again answers the same payment. */
  requestId: z.uuid(),
  invoiceIds,
  amount: positiveAmount,
  currency,
  receivedOn: calendarDay,
  /** What the bank's statement calls it. */
  reference: z.string().trim().max(140).optional(),
});
export type RecordBankTransferRequest = z.infer<typeof recordBankTransferRequest>;

/** Also how a bank transaction that was matched is answered. */
export interface RecordBankTransferAnswer {
  paymentId: string;
  /** What the invoices did not owe, in minor units; it is in the customer's wallet. */
  creditedToWallet: number;
}

export const importBankStatementRequest = z.strictObject({
  format: z.enum(['CAMT053', 'CSV']),
  /** The file's text. */
  content: z.string().min(1).max(2_000_000),
  /** Of a CSV file that does not name it; CAMT.053 always does. */
  account: z.string().trim().min(1).max(64).optional(),
  /** The same. */
  currency: currency.optional(),
});
export type ImportBankStatementRequest = z.infer<typeof importBankStatementRequest>;

export interface ImportBankStatementAnswer {
  /** New lines of money that came in. */
  imported: number;
  /** Lines that an earlier import brought. */
  known: number;
  /** Lines that are no money that came in: what went out, what was reversed, what is not booked yet. */
  skipped: number;
}

export const matchBankTransactionRequest = z.strictObject({
  bankTransactionId: id,
  invoiceIds,
});
export type MatchBankTransactionRequest = z.infer<typeof matchBankTransactionRequest>;

export const dismissBankTransactionRequest = z.strictObject({
  bankTransactionId: id,
  reason: z.string().trim().min(1).max(500),
});
export type DismissBankTransactionRequest = z.infer<typeof dismissBankTransactionRequest>;

/** Why the file of a statement is not taken: the fact `problem` of STATEMENT_UNREADABLE. */
export const statementProblem = z.enum([
  'TOO_MANY_LINES',
  'NOT_XML',
  'DOCUMENT_TYPE',
  'NOT_CAMT053',
  'ENTRY_AMOUNT',
  'ENTRY_DATE',
  'ENTRY_STATUS',
  'NO_TABLE',
  'NO_CURRENCY',
  'ROWS',
  'ROW_DATE',
  'ROW_CURRENCY',
  'ROW_AMOUNT',
]);
export type StatementProblem = z.infer<typeof statementProblem>;

import * as z from 'zod';
import { amount, calendarDay, currency, id, positiveAmount, stamps } from './common';

/** What the file and the open invoices suggest. */
export const bankMatch = z.object({
  invoiceIds: z.array(id).min(1).max(20),
  /** NUMBER_AND_AMOUNT: the text names the invoices and the sum fits; NUMBER: it names them; AMOUNT: one fits. */
  basis: z.enum(['NUMBER_AND_AMOUNT', 'NUMBER', 'AMOUNT']),
});
export type BankMatch = z.infer<typeof bankMatch>;

/** `bankTransactions/{id}`: money that came into the bank account, one line of a statement that finance imported. */
export const bankTransaction = z.object({
  /** Of the account that it came into. */
  account: z.string().nullable(),
  /** The bank's own reference; with the account it names the line, so that a line is imported once. */
  bankReference: z.string(),
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
  invoiceIds: z.array(id).min(1).max(20),
  amount: positiveAmount,
  currency,
  receivedOn: calendarDay,
  /** What the bank's statement calls it. */
  reference: z.string().trim().max(140).optional(),
});
export type RecordBankTransferRequest = z.infer<typeof recordBankTransferRequest>;

export const importBankStatementRequest = z.strictObject({
  format: z.enum(['CAMT053', 'CSV']),
  /** The file's text. */
  content: z.string().min(1).max(2_000_000),
});
export type ImportBankStatementRequest = z.infer<typeof importBankStatementRequest>;

export interface ImportBankStatementAnswer {
  /** New lines of money that came in. */
  imported: number;
  /** Lines that an earlier import brought. */
  known: number;
  /** Lines of money that went out, which are none of billing's. */
  skipped: number;
}

export const matchBankTransactionRequest = z.strictObject({
  bankTransactionId: id,
  invoiceIds: z.array(id).min(1).max(20),
});
export type MatchBankTransactionRequest = z.infer<typeof matchBankTransactionRequest>;

export const dismissBankTransactionRequest = z.strictObject({
  bankTransactionId: id,
  reason: z.string().trim().min(1).max(500),
});
export type DismissBankTransactionRequest = z.infer<typeof dismissBankTransactionRequest>;

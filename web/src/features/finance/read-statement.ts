import type { ImportBankStatementRequest } from '@hyble/billing-functions/src/schema/bank-transaction';

/** The most characters that one import takes. */
export const LONGEST_STATEMENT = 2_000_000;

export type StatementFormat = ImportBankStatementRequest['format'];

/** Told by the file's name; what is inside is checked on the server. */
export function formatOf(name: string): StatementFormat {
  return /\.xml$/i.test(name) ? 'CAMT053' : 'CSV';
}

/** A statement's text. Many Turkish banks still write CSV in Windows' own Turkish letters. */
export function decodeStatement(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1254').decode(bytes);
    throw error;
  }
}

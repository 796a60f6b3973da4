import type { MinorUnits } from '../../../core/money';
import { ZERO } from '../../../core/money';
import type { Columns } from './csv-columns';
import { foldHeader, readCurrency } from './csv-columns';
import { readLocalAmount } from './read-amount';
import { readDay } from './read-day';
import type { StatementLine } from './statement';
import { nameOrNull, remittanceText, unreadable } from './statement';

/** The text in a column of one row; empty where the table has no such column. */
export type Cell = (column: keyof Columns) => string;

/** What the row itself may leave out, and its number below the header, from 1. */
interface Surroundings {
  readonly account: string | null;
  readonly currency: string | null;
  readonly row: number;
}

const DEBIT = new Set(['b', 'borc', 'd', 'dr', 'dbit', 'debit']);
const CREDIT = new Set(['a', 'alacak', 'c', 'cr', 'crdt', 'credit']);

/**
 * Reads a row: a line of money that came in; NO_CREDIT for other movements; NO_LINE for a row without an amount or
 * with a word for its date, such as a balance carried forward or a total.
 *
 * @throws BillingError STATEMENT_UNREADABLE rather than leave a row of money out.
 */
export function readCsvRow(
  cell: Cell,
  { account, currency: currencyOfTable, row }: Surroundings,
): StatementLine | 'NO_CREDIT' | 'NO_LINE' {
  const date = cell('date');
  const hasAmount = cell('amount') !== '' || cell('credit') !== '' || cell('debit') !== '';
  const hasWordForDate = date !== '' && !/\d/.test(date);
  if (!hasAmount || hasWordForDate) return 'NO_LINE';
  const bookedOn = readDay(date) ?? unreadable('ROW_DATE', { row });
  const currency =
    cell('currency') === ''
      ? (currencyOfTable ?? unreadable('NO_CURRENCY'))
      : (readCurrency(cell('currency')) ?? unreadable('ROW_CURRENCY', { row }));
  const amount = readMoney(cell, currency) ?? unreadable('ROW_AMOUNT', { row });
  if (amount <= 0) return 'NO_CREDIT';
  return {
    account,
    bankReference: nameOrNull(cell('reference')),
    bookedOn,
    amount,
    currency,
    payer: nameOrNull(cell('payer')),
    remittance: remittanceText([cell('description')]),
  };
}

/** What came in, zero or less when it went out; null when that cannot be read. */
function readMoney(cell: Cell, currency: string): MinorUnits | null {
  if (cell('credit') !== '' || cell('debit') !== '') {
    const credit = readLocalAmount(cell('credit') || '0', currency);
    const debit = readLocalAmount(cell('debit') || '0', currency);
    return debit === null ? null : credit;
  }
  const amount = readLocalAmount(cell('amount'), currency);
  if (cell('direction') === '' || amount === null) return amount;
  const direction = foldHeader(cell('direction'));
  if (DEBIT.has(direction)) return ZERO;
  return CREDIT.has(direction) ? amount : null;
}

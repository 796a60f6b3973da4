import { parse } from 'csv-parse/sync';
import type { MinorUnits } from '../../../core/money';
import { ZERO } from '../../../core/money';
import type { Columns } from './csv-columns';
import { currencyInHeader, findColumns, foldHeader, readCurrency } from './csv-columns';
import { readLocalAmount } from './read-amount';
import { readDay } from './read-day';
import type { Statement, StatementLine } from './statement';
import { assertLineCount, nameOrNull, remittanceText, unreadable } from './statement';

/** What the file does not say itself, as finance gives it. */
export interface CsvDefaults {
  readonly account: string | null;
  readonly currency: string | null;
}

type Cell = (column: keyof Columns) => string;

const DELIMITERS = [';', '\t', ','] as const;
/** Banks write the account, its owner and the period above the table. */
const MOST_LINES_ABOVE_TABLE = 40;

/**
 * Reads a bank's export as a table: its header may stand below other lines, in Turkish or English; cells are
 * divided by semicolons, tabs or commas. Money came in when the amount is above zero and nothing says it is a debit.
 *
 * @throws BillingError STATEMENT_UNREADABLE
 */
export function readCsv(content: string, defaults: CsvDefaults): Statement {
  const text = content.replace(/^\uFEFF/, '');
  const { delimiter, header, columns, above } = findTable(text);
  const rows = readRows(text, delimiter, above.length);
  assertLineCount(rows.length);
  const account = nameOrNull(ibanIn(above.join('\n')) ?? defaults.account);
  const inHeader = currencyInHeader(header[columns.amount ?? columns.credit ?? -1]);
  const read = rows.map((row, index) => {
    const cell: Cell = (column) => row[columns[column] ?? -1]?.trim() ?? '';
    const currency = readCurrency(cell('currency')) ?? inHeader ?? defaults.currency;
    return readRow(cell, { account, currency, row: index + 1 });
  });
  const lines = read.filter((line) => line !== 'NO_CREDIT' && line !== 'NO_LINE');
  return { lines, skipped: read.filter((line) => line === 'NO_CREDIT').length };
}

function findTable(text: string) {
  const above = text.split(/\r\n|\n|\r/, MOST_LINES_ABOVE_TABLE);
  for (const [index, line] of above.entries()) {
    for (const delimiter of DELIMITERS) {
      const header = line.split(delimiter).map((cell) => cell.replaceAll('"', ''));
      const columns = findColumns(header);
      if (columns !== null) return { delimiter, header, columns, above: above.slice(0, index) };
    }
  }
  unreadable('no line names the columns date and amount');
}

/** The rows below the header, which stands after so many lines. */
function readRows(text: string, delimiter: string, linesAbove: number): string[][] {
  const start = [...text.matchAll(/\r\n|\n|\r/g)][linesAbove];
  if (start === undefined) return [];
  const table = text.slice(start.index + start[0].length);
  try {
    return parse(table, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
  } catch {
    return unreadable('its rows cannot be told apart');
  }
}

/** A line; NO_CREDIT when it is no money that came in, NO_LINE when the row is something else, such as totals. */
function readRow(
  cell: Cell,
  { account, currency, row }: { account: string | null; currency: string | null; row: number },
): StatementLine | 'NO_CREDIT' | 'NO_LINE' {
  const written = cell('date');
  if (!/\d/.test(written)) return 'NO_LINE';
  const bookedOn = readDay(written) ?? unreadable(`row ${row}: the date cannot be read`);
  if (currency === null) return unreadable('it does not say which currency; choose one');
  const amount = readMoney(cell, currency) ?? unreadable(`row ${row}: the amount cannot be read`);
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

const DEBIT = new Set(['b', 'borc', 'd', 'dr', 'dbit', 'debit']);
const CREDIT = new Set(['a', 'alacak', 'c', 'cr', 'crdt', 'credit']);

/** Of the account, as Turkish banks write it above the table, in groups of four. */
function ibanIn(text: string): string | null {
  return /\bTR\d{2}(?: ?\d{4}){5} ?\d{2}\b/.exec(text)?.[0].replaceAll(' ', '') ?? null;
}

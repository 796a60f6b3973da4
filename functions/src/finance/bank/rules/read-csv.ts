import { parse } from 'csv-parse/sync';
import type { Columns } from './csv-columns';
import { currencyInHeader, findColumns } from './csv-columns';
import { readCsvRow } from './read-csv-row';
import type { Statement } from './statement';
import { assertLineCount, MOST_LINES, nameOrNull, unreadable } from './statement';

/** What the file does not say itself, as finance gives it. */
export interface CsvDefaults {
  readonly account: string | null;
  readonly currency: string | null;
}

/** A table inside a file, with what stands above it. */
interface Table {
  readonly above: string;
  readonly header: readonly string[];
  readonly columns: Columns;
  readonly delimiter: string;
  /** All that stands below the header. */
  readonly below: string;
}

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
  const table = findTable(content.replace(/^\uFEFF/, ''));
  const { columns, header } = table;
  const account = nameOrNull(ibanIn(table.above) ?? defaults.account);
  const currency = currencyInHeader(header[columns.amount ?? columns.credit ?? -1]) ?? defaults.currency;
  const rows = readRows(table);
  assertLineCount(rows.length);
  const read = rows.map((cells, index) =>
    readCsvRow((column) => cells[columns[column] ?? -1]?.trim() ?? '', { account, currency, row: index + 1 }),
  );
  const lines = read.filter((line) => line !== 'NO_CREDIT' && line !== 'NO_LINE');
  return { lines, skipped: read.filter((line) => line === 'NO_CREDIT').length };
}

function findTable(text: string): Table {
  let from = 0;
  for (let lines = 0; lines <= MOST_LINES_ABOVE_TABLE && from < text.length; lines += 1) {
    const [whole, line = ''] = /^([^\r\n]*)(?:\r\n|\n|\r|$)/.exec(text.slice(from)) ?? [''];
    for (const delimiter of DELIMITERS) {
      const header = line.split(delimiter).map((cell) => cell.replaceAll('"', ''));
      const columns = findColumns(header);
      if (columns === null) continue;
      return {
        above: text.slice(0, from),
        header,
        columns,
        delimiter,
        below: text.slice(from + whole.length),
      };
    }
    from += whole.length;
  }
  return unreadable('NO_TABLE');
}

function readRows({ below, delimiter }: Table): string[][] {
  try {
    return parse(below, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      // One more tells that there are too many.
      to: MOST_LINES + 1,
    });
  } catch {
    return unreadable('ROWS');
  }
}

/** Of the account, as Turkish banks write it above the table, in groups of four. */
function ibanIn(text: string): string | null {
  return /\bTR\d{2}(?: ?\d{4}){5} ?\d{2}\b/.exec(text)?.[0].replaceAll(' ', '') ?? null;
}

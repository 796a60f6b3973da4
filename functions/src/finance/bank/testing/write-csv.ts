import { toDecimalString } from '../../../core/currency';
import type { StatementLine } from '../rules/statement';

/** How a bank writes its table. */
export interface CsvStyle {
  readonly delimiter: ';' | ',' | '\t';
  readonly decimal: '.' | ',';
  readonly day: 'DAY_FIRST' | 'YEAR_FIRST';
  readonly language: 'TR' | 'EN';
  readonly newline: '\n' | '\r\n';
  readonly byteOrderMark: boolean;
}

export const TURKISH: CsvStyle = {
  delimiter: ';',
  decimal: ',',
  day: 'DAY_FIRST',
  language: 'TR',
  newline: '\r\n',
  byteOrderMark: true,
};

const HEADERS = {
  TR: ['İşlem Tarihi', 'Tutar', 'Döviz Cinsi', 'Açıklama', 'Dekont No', 'Gönderen'],
  EN: ['Date', 'Amount', 'Currency', 'Description', 'Reference', 'Sender'],
} as const;

/** A bank's export of the lines, without the account, which stands above the table or nowhere. */
export function writeCsv(lines: readonly StatementLine[], style: CsvStyle = TURKISH): string {
  const rows = lines.map((line) => [
    style.day === 'DAY_FIRST' ? line.bookedOn.split('-').reverse().join('.') : line.bookedOn,
    writeAmount(line, style.decimal),
    line.currency === 'TRY' && style.language === 'TR' ? 'TL' : line.currency,
    line.remittance,
    line.bankReference ?? '',
    line.payer ?? '',
  ]);
  const table = [HEADERS[style.language], ...rows].map((row) =>
    row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(style.delimiter),
  );
  return `${style.byteOrderMark ? '\uFEFF' : ''}${table.join(style.newline)}${style.newline}`;
}

/** With the other separator between thousands. */
function writeAmount({ amount, currency }: StatementLine, decimal: '.' | ','): string {
  const [whole = '', fraction] = toDecimalString(amount, currency).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, decimal === ',' ? '.' : ',');
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
}

import fc from 'fast-check';
import { minorUnits } from '../../../core/money';
import { thrownBy } from '../../../testing/thrown-by';
import { ACCOUNT, aStatementLine } from '../testing/statement-factory';
import { aLine } from '../testing/statement-arbitraries';
import type { CsvStyle } from '../testing/write-csv';
import { TURKISH, writeCsv } from '../testing/write-csv';
import { foldHeader } from './csv-columns';
import { readCsv } from './read-csv';

const NOTHING = { account: null, currency: null };
const line = aStatementLine({ account: null });
const problemOf = (content: string, defaults: Parameters<typeof readCsv>[1] = NOTHING) =>
  thrownBy(() => readCsv(content, defaults));

test('a Turkish bank’s export, whole', () => {
  const content = [
    '\uFEFFHesap Hareketleri',
    'IBAN;TR33 0006 1005 1978 6457 8413 26',
    'Tarih Aralığı;01.03.2026 - 10.03.2026',
    '',
    'Tarih;Açıklama;Tutar (TL);Bakiye;Dekont No',
    '09.03.2026;"Gelen EFT; HYB-202603-0001";1.234,56;5.234,56;D-1',
    '09.03.2026;Kira;-1.000,00;4.234,56;D-2',
    '10.03.2026 09:15;Havale;120;4.354,56;',
    '',
    'Toplam;;354,56;;',
  ].join('\r\n');
  expect(readCsv(content, NOTHING)).toEqual({
    lines: [
      {
        account: ACCOUNT,
        bankReference: 'D-1',
        bookedOn: '2026-03-09',
        amount: 123_456,
        currency: 'TRY',
        payer: null,
        remittance: 'Gelen EFT; HYB-202603-0001',
      },
      {
        account: ACCOUNT,
        bankReference: null,
        bookedOn: '2026-03-10',
        amount: 12_000,
        currency: 'TRY',
        payer: null,
        remittance: 'Havale',
      },
    ],
    skipped: 1,
  });
});

test.each<[string, string, { amounts: number[]; skipped: number }]>([
  [
    'a balance carried forward and a total, which are no lines',
    'Tarih;Tutar;Bakiye;Döviz\n01.03.2026;;500,00;TL\n09.03.2026;1,00;501,00;TL\nToplam;1,00;;TL',
    { amounts: [100], skipped: 0 },
  ],
  [
    'separate columns of debits and credits',
    'Date,Debit,Credit,Currency\n2026-03-09,,"1,200.00",EUR\n2026-03-09,50.00,,EUR\n2026-03-09,0.00,7.00,EUR\n2026-03-09,8.00,0.00,EUR',
    { amounts: [120_000, 700], skipped: 2 },
  ],
  [
    'a column of credits alone',
    'Tarih\tAlacak\tPara Birimi\n09.03.2026\t12,00\tUSD',
    { amounts: [1_200], skipped: 0 },
  ],
  [
    'a column that says debit or credit',
    'Tarih;Tutar;Borç/Alacak;Döviz\n09.03.2026;12,00;A;TL\n09.03.2026;13,00;B;TL',
    { amounts: [1_200], skipped: 1 },
  ],
  ['nothing moved', 'Tarih;Tutar;Döviz\n09.03.2026;0,00;TL', { amounts: [], skipped: 1 }],
  ['no rows', 'Tarih;Tutar;Döviz', { amounts: [], skipped: 0 }],
  [
    'rows shorter than the header',
    'Tarih;Tutar;Döviz;Açıklama\n09.03.2026;1,00;TL',
    { amounts: [100], skipped: 0 },
  ],
  [
    'a quote inside a text',
    'Tarih;Açıklama;Tutar;Döviz\n09.03.2026;2" disk;1,00;TL',
    { amounts: [100], skipped: 0 },
  ],
])('%s', (_edge, content, { amounts, skipped }) => {
  const statement = readCsv(content, NOTHING);
  expect(statement.lines.map(({ amount }) => amount)).toEqual(amounts);
  expect(statement.skipped).toBe(skipped);
});

test('what the file does not say is taken from the request, and only then', () => {
  const defaults = { account: 'TRY-1', currency: 'TRY' };
  const [silent] = readCsv('Tarih;Tutar\n09.03.2026;1,00', defaults).lines;
  expect(silent).toMatchObject({ account: 'TRY-1', currency: 'TRY' });
  const [telling] = readCsv(`${ACCOUNT}\nTarih;Tutar (USD)\n09.03.2026;1,00`, defaults).lines;
  expect(telling).toMatchObject({ account: ACCOUNT, currency: 'USD' });
});

test.each([
  ['no table', 'a letter\nto the bank', { problem: 'NO_TABLE' }],
  ['an amount, but no date', 'Tutar;Döviz\n1,00;TL', { problem: 'NO_TABLE' }],
  ['no currency', 'Tarih;Tutar\n09.03.2026;1,00', { problem: 'NO_CURRENCY' }],
  ['an amount without a date', 'Tarih;Tutar;Döviz\n;1,00;TL', { problem: 'ROW_DATE', row: 1 }],
  [
    'a currency that is none',
    'Tarih;Tutar (TL);Döviz\n09.03.2026;1,00;Lira',
    { problem: 'ROW_CURRENCY', row: 1 },
  ],
  ['a header too far down', `${'\n'.repeat(41)}Tarih;Tutar\n`, { problem: 'NO_TABLE' }],
  ['a date that is none', 'Tarih;Tutar;Döviz\n31.02.2026;1,00;TL', { problem: 'ROW_DATE', row: 1 }],
  [
    'an amount that is none',
    'Tarih;Tutar;Döviz\n09.03.2026;1,00;TL\n09.03.2026;bir;TL',
    { problem: 'ROW_AMOUNT', row: 2 },
  ],
  [
    'a direction that is none',
    'Tarih;Tutar;Yön;Döviz\n09.03.2026;1,00;?;TL',
    { problem: 'ROW_AMOUNT', row: 1 },
  ],
  ['an unreadable debit', 'Tarih;Borç;Alacak;Döviz\n09.03.2026;x;;TL', { problem: 'ROW_AMOUNT', row: 1 }],
  ['a quote that does not end', 'Tarih;Tutar;Döviz\n"09.03.2026;1,00;TL', { problem: 'ROWS' }],
  [
    'more lines than are taken',
    `Tarih;Tutar;Döviz\n${'09.03.2026;1,00;TL\n'.repeat(5_001)}`,
    { problem: 'TOO_MANY_LINES', most: 5_000 },
  ],
])('refuses %s', (_edge, content, facts) => {
  expect(problemOf(content)).toEqual({ code: 'STATEMENT_UNREADABLE', facts });
});

test.each([
  ['İŞLEM TARİHİ', 'islem tarihi'],
  ['Açıklama', 'aciklama'],
  ['  Tutar (TL) ', 'tutar'],
  ['Borç/Alacak', 'borc alacak'],
  ['Fiş No.', 'fis no'],
])('the header %s is %s', (header, folded) => {
  expect(foldHeader(header)).toBe(folded);
});

const aStyle: fc.Arbitrary<CsvStyle> = fc.record({
  delimiter: fc.constantFrom(';', ',', '\t'),
  decimal: fc.constantFrom('.', ','),
  day: fc.constantFrom('DAY_FIRST', 'YEAR_FIRST'),
  language: fc.constantFrom('TR', 'EN'),
  newline: fc.constantFrom('\n', '\r\n'),
  byteOrderMark: fc.boolean(),
});

test('what is written as a statement, in whatever style, is read back', () => {
  fc.assert(
    fc.property(fc.array(aLine), aStyle, (lines, style) => {
      const written = lines.map((one) => ({ ...one, account: null }));
      expect(readCsv(writeCsv(written, style), NOTHING)).toEqual({ lines: written, skipped: 0 });
    }),
  );
});

test('an amount of many groups', () => {
  const large = { ...line, amount: minorUnits(123_456_789_012) };
  expect(readCsv(writeCsv([large], TURKISH), NOTHING).lines).toEqual([large]);
});

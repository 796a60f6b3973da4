import { minorUnits } from '@hyble/billing-functions/src/core/money';
import type { Locale } from '@hyble/billing-functions/src/schema/common';
import fc from 'fast-check';
import { formatMoney } from './money-format';
import { moneyFieldText, numberFieldText, readMoney, readNumber } from './number-input';

const locales: readonly Locale[] = ['tr', 'en'];
const currencies = ['TRY', 'EUR', 'USD', 'GBP', 'RUB', 'JPY', 'KWD'];
const amounts = fc.integer({ min: -9_999_999_999, max: 9_999_999_999 });

describe('what is typed or pasted, as an amount of lira', () => {
  it.each<[edge: string, typed: string, locale: Locale, minor: number, isAmbiguous: boolean]>([
    ['whole lira', '123', 'tr', 12_300, false],
    ['decimal comma in Turkish', '123,00', 'tr', 12_300, false],
    ['decimal comma in English, as Turks type it', '123,00', 'en', 12_300, false],
    ['decimal point in English', '123.5', 'en', 12_350, false],
    ['decimal point in Turkish, as on a number pad', '123.5', 'tr', 12_350, false],
    ['Turkish grouping pasted in Turkish', '1.234,56', 'tr', 123_456, false],
    ['Turkish grouping pasted in English', '1.234,56', 'en', 123_456, false],
    ['English grouping pasted in Turkish', '1,234.56', 'tr', 123_456, false],
    ['English grouping pasted in English', '1,234.56', 'en', 123_456, false],
    ['one mark before three digits is grouping in Turkish', '1.234', 'tr', 123_400, true],
    ['one mark before three digits is grouping in English', '1,234', 'en', 123_400, true],
    ['the same mark twice can only group', '1.234.567', 'en', 123_456_700, false],
    ['a leading zero never groups', '0,500', 'en', 50, false],
    ['with its sign', '₺1.200,00', 'tr', 120_000, false],
    ['with its code', 'TRY 1,200.00', 'en', 120_000, false],
    ['a discount, with the typographic minus', '−50,00', 'tr', -5_000, false],
    ['spaces that do not break', '1\u00a0234,50', 'tr', 123_450, false],
    ['only decimals', ',5', 'tr', 50, false],
    ['zeros beyond the currency', '1,5000', 'tr', 150, false],
  ])('%s', (_, typed, locale, minor, isAmbiguous) => {
    expect(readMoney(typed, 'TRY', locale)).toEqual({ kind: 'amount', amount: minor, isAmbiguous });
  });

  it.each<[edge: string, typed: string, locale: Locale, kind: string]>([
    ['nothing', '  ', 'tr', 'empty'],
    ['words', 'yüz', 'tr', 'invalid'],
    ['a lone mark', ',', 'tr', 'invalid'],
    ['groups of two', '12.34.56', 'tr', 'invalid'],
    ['two decimal marks', '1,2,3', 'tr', 'invalid'],
    ['grouping after the decimals', '1,23.456', 'tr', 'invalid'],
    ['a sum', '1+1', 'en', 'invalid'],
    ['an exponent', '1e3', 'en', 'invalid'],
    ['a third of a kuruş', '1,2345', 'tr', 'too-fine'],
    ['three decimals in the language whose decimal mark it is', '1,234', 'tr', 'too-fine'],
    ['more than a double holds', '99999999999999999', 'tr', 'invalid'],
  ])('refuses %s', (_, typed, locale, kind) => {
    expect(readMoney(typed, 'TRY', locale).kind).toBe(kind);
  });

  it('knows yen without decimals and dinars with three', () => {
    expect(readMoney('1.200', 'JPY', 'tr')).toMatchObject({ amount: 1_200 });
    expect(readMoney('1,5', 'JPY', 'tr')).toEqual({ kind: 'too-fine' });
    expect(readMoney('1,234', 'KWD', 'tr')).toMatchObject({ amount: 1_234 });
  });
});

describe.each(locales)('every amount in %s', (locale) => {
  it('reads back from its field', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(...currencies), (amount, currency) => {
        const read = readMoney(moneyFieldText(minorUnits(amount), currency, locale), currency, locale);
        expect(read).toMatchObject({ kind: 'amount', amount });
      }),
    );
  });

  it('reads back from how it is displayed, pasted whole', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom('TRY', 'EUR', 'GBP'), (amount, currency) => {
        const read = readMoney(formatMoney(amount, currency, locale), currency, locale);
        expect(read).toMatchObject({ kind: 'amount', amount });
      }),
    );
  });

  it('reads the same in the other language once it has a thousand and decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 9_999_999_999 }), (amount) => {
        const [here, there] = locales.map((reader) =>
          readMoney(moneyFieldText(amount, 'TRY', locale), 'TRY', reader),
        );
        expect(here).toEqual(there);
      }),
    );
  });

  it('never reads a number out of other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readNumber(text, locale);
        if (read.kind === 'number') expect(read.text).toMatch(/^-?\d+(\.\d+)?$/);
      }),
    );
  });

  it('reads quantities and rates back from their fields', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.constantFrom(1, 10, 100), (units, divisor) => {
        const value = units / divisor;
        const read = readNumber(numberFieldText(value, locale), locale);
        expect(read.kind === 'number' && Number(read.text)).toBe(value);
      }),
    );
  });
});

import { currencyExponent } from '../../core/currency';
import { formatsFor } from './format';

describe('money', () => {
  test.each([
    ['Turkish lira in Turkish', 'tr', 'TRY', 100_000, '₺1.000,00'],
    ['Turkish lira in English has its sign too', 'en', 'TRY', 123_456_750, '₺1,234,567.50'],
    ['less than one unit', 'tr', 'EUR', 5, '€0,05'],
    ['zero', 'en', 'USD', 0, '$0.00'],
    ['minus stands first in Turkish', 'tr', 'TRY', -5_000, '-₺50,00'],
    ['minus stands first in English', 'en', 'USD', -5_000, '-$50.00'],
    ['yen has no decimals', 'en', 'JPY', 1_500, '¥1,500'],
    ['dinar has three decimals', 'tr', 'KWD', 1_234_567, 'KWD 1.234,567'],
    ['the largest amount keeps its last digit', 'en', 'TRY', 9_007_199_254_740_991, '₺90,071,992,547,409.91'],
  ] as const)('%s', (_edge, locale, currency, amount, text) => {
    expect(plain(formatsFor(locale, currency).money(amount))).toBe(text);
  });

  test.each(Intl.supportedValuesOf('currency'))('%s has the decimals of its minor unit', (currency) => {
    const decimals = /1(?:\.(\d+))?$/.exec(
      formatsFor('en', currency).money(10 ** currencyExponent(currency)),
    );
    expect(decimals?.[1]?.length ?? 0).toBe(currencyExponent(currency));
  });
});

test.each([
  ['two digits in Turkish', 'tr', '2026-03-05T09:30:00Z', '05.03.2026'],
  ['no two readings in English', 'en', '2026-03-05T09:30:00Z', '5 Mar 2026'],
  ['the last minute of a day in Istanbul', 'tr', '2026-03-05T20:59:59Z', '05.03.2026'],
  ['midnight in Istanbul is the day before in UTC', 'tr', '2026-03-05T21:00:00Z', '06.03.2026'],
  ['a year begins in Istanbul', 'en', '2026-12-31T21:00:00Z', '1 Jan 2027'],
] as const)('date: %s', (_edge, locale, instant, text) => {
  expect(formatsFor(locale, 'TRY').date(new Date(instant))).toBe(text);
});

test.each([
  ['sign first in Turkish', 'tr', 20, '%20'],
  ['sign last in English', 'en', 20, '20%'],
  ['two decimals', 'tr', 8.25, '%8,25'],
  ['one decimal', 'en', 20.5, '20.5%'],
  ['exempt', 'tr', 0, '%0'],
] as const)('rate: %s', (_edge, locale, percent, text) => {
  expect(formatsFor(locale, 'TRY').rate(percent)).toBe(text);
});

test.each([
  ['whole', 'tr', 12, '12'],
  ['three decimals', 'tr', 730.125, '730,125'],
  ['thousands', 'en', 1_000_000, '1,000,000'],
] as const)('quantity: %s', (_edge, locale, quantity, text) => {
  expect(formatsFor(locale, 'TRY').quantity(quantity)).toBe(text);
});

test.each([
  ['tr', 'TR', 'Türkiye'],
  ['tr', 'DE', 'Almanya'],
  ['en', 'DE', 'Germany'],
] as const)('country: in %s, %s is %s', (locale, code, name) => {
  expect(formatsFor(locale, 'TRY').country(code)).toBe(name);
});

/** Intl joins a currency's code to the amount by a space that does not break. */
function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ');
}

import type { Locale } from '@hyble/billing-functions/src/schema/common';
import { currencySign, formatMoney, formatPercent, formatQuantity } from './money-format';

it.each<[edge: string, minor: number, currency: string, locale: Locale, shown: string]>([
  ['lira in Turkish', 123_456_750, 'TRY', 'tr', '₺1.234.567,50'],
  ['lira in English keeps its sign', 123_450, 'TRY', 'en', '₺1,234.50'],
  ['a refund has its minus first', -5_000, 'TRY', 'tr', '-₺50,00'],
  ['zero has its decimals', 0, 'TRY', 'tr', '₺0,00'],
  ['euro', 1_050, 'EUR', 'en', '€10.50'],
  ['US dollars are the plain $', 1_050, 'USD', 'en', '$10.50'],
  ['other dollars say whose', 1_050, 'CAD', 'en', 'CA$10.50'],
  ['Chinese yuan say that they are not yen', 1_050, 'CNY', 'en', 'CN¥10.50'],
  ['yen have no decimals', 1_200, 'JPY', 'en', '¥1,200'],
  ['dinars have three', 1_234, 'KWD', 'en', 'KWD\u00a01.234'],
  ['more than a double could divide', 9_007_199_254_740_991, 'TRY', 'en', '₺90,071,992,547,409.91'],
])('%s', (_, minor, currency, locale, shown) => {
  expect(formatMoney(minor, currency, locale)).toBe(shown);
});

it('writes percent as each language does', () => {
  expect(formatPercent(20.5, 'tr')).toBe('%20,5');
  expect(formatPercent(20.5, 'en')).toBe('20.5%');
  expect(formatPercent(8.25, 'en')).toBe('8.25%');
});

it('writes quantities with the decimals they have', () => {
  expect(formatQuantity(730.25, 'tr')).toBe('730,25');
  expect(formatQuantity(3, 'tr')).toBe('3');
});

it('names the sign that stands in a money field', () => {
  expect(currencySign('TRY', 'en')).toBe('₺');
  expect(currencySign('CAD', 'en')).toBe('CA$');
});

import { amountFault, formatAmount, isCurrency, minorUnitDigits } from './amounts';

test.each([
  ['eur', 2],
  ['jpy', 0],
  ['kwd', 3],
  ['isk', 2],
  ['ugx', 2],
])('%s has %i decimals', (currency, digits) => {
  expect(minorUnitDigits(currency)).toBe(digits);
});

test.each([
  ['below the floor', 49, 'eur', 'amount_too_small'],
  ['at the floor', 50, 'eur', null],
  ['zero where no floor is published', 0, 'try', 'amount_too_small'],
  ['one minor unit where no floor is published', 1, 'try', null],
  ['the largest', 99_999_999, 'usd', null],
  ['one more', 100_000_000, 'usd', 'amount_too_large'],
  ['three decimals that end in 0', 1230, 'kwd', null],
  ['three decimals that do not', 1234, 'kwd', 'parameter_invalid_integer'],
])('%s: %i %s', (_label, amount, currency, fault) => {
  expect(amountFault(amount, currency)).toBe(fault);
});

test.each([
  ['Turkish', 123_456_750, 'try', 'tr', '₺1.234.567,50'],
  ['English', 123_456_750, 'try', 'en', '₺1,234,567.50'],
  ['no decimals', 1234, 'jpy', 'en', '¥1,234'],
])('%s amounts', (_label, amount, currency, language, expected) => {
  expect(formatAmount(amount, currency, language)).toBe(expected);
});

test('a currency is known by its ISO code only', () => {
  expect(['eur', 'EUR', 'zzz', ''].map(isCurrency)).toEqual([true, true, false, false]);
});

import fc from 'fast-check';
import { currencyExponent, toDecimalString } from './currency';

/**
 * Where ISO 4217 and Unicode's data (behind Intl) differ: Unicode counts the decimals seen in shops, ISO those
 * of bank messages, and we follow ISO as gateways do. The three-decimal dinar of Iraq is one of them.
 */
const UNICODE_SAYS_NO_DECIMALS = [
  ...[
    'AFN',
    'ALL',
    'COP',
    'HUF',
    'IDR',
    'IRR',
    'KPW',
    'LAK',
    'LBP',
    'MGA',
    'MMK',
    'PKR',
    'RSD',
    'SLL',
    'SOS',
  ],
  ...['SYP', 'TZS', 'UZS', 'YER'],
];
const ISO_SAYS: Readonly<Record<string, number>> = {
  IQD: 3,
  ...Object.fromEntries(UNICODE_SAYS_NO_DECIMALS.map((currency) => [currency, 2])),
};

function digitsOfIntl(currency: string): number | undefined {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
}

test.each(Intl.supportedValuesOf('currency'))('%s has the decimals of ISO 4217', (currency) => {
  expect(currencyExponent(currency)).toBe(ISO_SAYS[currency] ?? digitsOfIntl(currency));
});

test.each([
  ['TRY', 2],
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['ISK', 0],
  ['CLF', 4],
])('%s: %d', (currency, exponent) => {
  expect(currencyExponent(currency)).toBe(exponent);
});

describe('toDecimalString', () => {
  test.each([
    ['hundredths', 1050, 'EUR', '10.50'],
    ['less than one', 5, 'TRY', '0.05'],
    ['nothing', 0, 'TRY', '0.00'],
    ['nothing, without decimals', 0, 'JPY', '0'],
    ['without decimals', 1050, 'JPY', '1050'],
    ['three decimals', 1050, 'KWD', '1.050'],
    ['three decimals, less than one', 7, 'BHD', '0.007'],
    ['a discount', -5, 'TRY', '-0.05'],
    ['a discount without decimals', -5, 'JPY', '-5'],
  ])('%s', (_edge, amount, currency, text) => {
    expect(toDecimalString(amount, currency)).toBe(text);
  });

  test('loses no digit', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('JPY', 'EUR', 'KWD'), (amount, currency) => {
        const text = toDecimalString(amount, currency);
        expect(text.split('.')[1]?.length ?? 0).toBe(currencyExponent(currency));
        expect(Number(text.replace('.', ''))).toBe(amount);
      }),
    );
  });
});

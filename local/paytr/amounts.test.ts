import { formatDecimal, parseDecimal, percentOf } from './amounts';
import { instalmentOffers, surchargeRate } from './instalment-rates';

test.each([
  ['two places', '10.25', 1025],
  ['one place', '10.8', 1080],
  ['whole', '7', 700],
  ['smallest', '0.01', 1],
  ['zero', '0', 0],
  ['comma', '10,25', null],
  ['three places', '1.005', null],
  ['no digits after the point', '1.', null],
  ['negative', '-1', null],
  ['exponent', '1e3', null],
  ['empty', '', null],
])('decimal string, %s', (_name, text, minorUnits) => {
  expect(parseDecimal(text)).toBe(minorUnits);
});

test.each([
  [1080, '10.8'],
  [100000, '1000'],
  [1999, '19.99'],
  [1, '0.01'],
])('%i kuruş are written %s', (minorUnits, text) => {
  expect(formatDecimal(minorUnits)).toBe(text);
});

test.each([
  ['exact', 10_000, 392, 392],
  ['half a kuruş goes up', 50, 100, 1],
  ['just under half goes down', 49, 100, 0],
  ['the largest amount stays exact', 999_999_999_999, 1902, 190_200_000_000],
])('percentage: %s', (_name, amount, rate, share) => {
  expect(percentOf(amount, rate)).toBe(share);
});

describe('instalment offers', () => {
  const counts = (...args: Parameters<typeof instalmentOffers>) =>
    instalmentOffers(...args).map(({ count }) => count);

  test.each([
    ['lira, card with a family', 'TL', 'world', 12, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ['limited by the merchant', 'TL', 'world', 3, [1, 2, 3]],
    ['single payment only', 'TL', 'world', 1, [1]],
    ['card without a family', 'TL', null, 12, [1]],
    ['foreign currency', 'EUR', 'world', 12, [1]],
  ] as const)('%s', (_name, currency, family, longestPlan, expected) => {
    expect(counts(100_000, currency, family, longestPlan)).toEqual(expected);
  });

  test('the surcharge is added on: 1,000.00 at 5.43 % is 1,054.30', () => {
    expect(surchargeRate('world', 3)).toBe(543);
    expect(instalmentOffers(100_000, 'TL', 'world', 3)).toContainEqual({ count: 3, total: 105_430 });
  });
});

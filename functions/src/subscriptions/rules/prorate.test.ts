import fc from 'fast-check';
import { minorUnits } from '../../core/money';
import { costOfDays } from './prorate';

const aPrice = fc.integer({ min: 0, max: 9_999_999_999 }).map(minorUnits);
const aShare = fc.integer({ min: 1, max: 366 }).chain((daysInPeriod) =>
  fc.record({
    daysInPeriod: fc.constant(daysInPeriod),
    daysLeft: fc.integer({ min: 0, max: daysInPeriod }),
  }),
);

test.each([
  ['the first day: all of it', 10_000, 30, 30, 10_000],
  ['nothing left: nothing', 10_000, 0, 30, 0],
  ['half of it', 10_000, 15, 30, 5_000],
  ['below half a cent', 100, 1, 30, 3],
  ['exactly half a cent: up', 15, 1, 30, 1],
  ['above half a cent', 10_000, 20, 30, 6_667],
  ['the last day of a leap year', 36_600, 1, 366, 100],
  ['yen', 1_000, 10, 31, 323],
])('%s', (_edge, price, daysLeft, daysInPeriod, expected) => {
  expect(costOfDays(minorUnits(price), { daysLeft, daysInPeriod })).toBe(expected);
});

test('a dearer plan never costs less for the same days', () => {
  fc.assert(
    fc.property(aPrice, aPrice, aShare, (a, b, share) => {
      const [less = a, more = b] = [a, b].sort((x, y) => x - y);
      expect(costOfDays(less, share)).toBeLessThanOrEqual(costOfDays(more, share));
    }),
  );
});

test('it is never more than half a minor unit off', () => {
  fc.assert(
    fc.property(aPrice, aShare, (price, share) => {
      const off =
        BigInt(costOfDays(price, share)) * BigInt(share.daysInPeriod) -
        BigInt(price) * BigInt(share.daysLeft);
      const distance = off < 0n ? -off : off;
      expect(distance * 2n <= BigInt(share.daysInPeriod)).toBe(true);
    }),
  );
});

import fc from 'fast-check';
import type { MinorUnits } from './money';
import {
  add,
  allocate,
  grossUp,
  minorUnits,
  multiply,
  percentage,
  proportion,
  smaller,
  splitEvenly,
  subtract,
  ZERO,
} from './money';

const units = (value: number) => minorUnits(value);

/** Any amount that an invoice could hold, and its negative. */
const anAmount = fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }).map(units);
const anAmountNotNegative = fc.integer({ min: 0, max: 9_999_999_999 }).map(units);

describe('minorUnits', () => {
  test.each([0, 1, -1, 1050, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])('takes %d', (value) => {
    expect(minorUnits(value)).toBe(value);
  });

  test.each([
    ['a decimal', 12.5],
    ['a sum that binary fractions blur', 0.1 + 0.2],
    ['more than a double counts exactly', Number.MAX_SAFE_INTEGER + 1],
    ['infinity', Infinity],
    ['not a number', NaN],
  ])('refuses %s', (_edge, value) => {
    expect(() => minorUnits(value)).toThrow(RangeError);
  });

  test('knows one zero only', () => {
    expect(Object.is(minorUnits(-0), 0)).toBe(true);
  });
});

describe('add, subtract, smaller', () => {
  test('an empty sum is zero', () => {
    expect(add()).toBe(0);
  });

  test('a sum beyond the exact numbers is refused, not rounded', () => {
    expect(() => add(units(Number.MAX_SAFE_INTEGER), units(1))).toThrow(RangeError);
  });

  test('what is added can be subtracted again', () => {
    fc.assert(
      fc.property(anAmount, anAmount, (a, b) => {
        expect(subtract(add(a, b), b)).toBe(a);
      }),
    );
  });

  test('smaller', () => {
    expect(smaller(units(-2), units(1))).toBe(-2);
    expect(smaller(units(2), units(1))).toBe(1);
    expect(smaller(units(2), units(2))).toBe(2);
  });
});

describe('half a minor unit rounds away from zero', () => {
  test.each([
    ['exactly half rises', 250, 5, 13], // 12.5
    ['just below half falls', 249, 5, 12], // 12.45
    ['just above half rises', 251, 5, 13], // 12.55
    ['a discount mirrors it', -250, 5, -13],
    ['a discount just below half', -249, 5, -12],
    ['nothing of nothing', 0, 20, 0],
    ['no tax', 9_999, 0, 0],
    ['one kuruş at 20 %', 1, 20, 0],
    ['three kuruş at 20 %', 3, 20, 1], // 0.6
    ['half a kuruş at 50 %', 1, 50, 1],
    ['a rate of two decimals', 10_000, 8.25, 825],
    ['a rate that binary fractions blur', 100_000, 1.1, 1_100],
    ['0.29 × 100 is not 28.999…', 10_000, 0.29, 29],
    ['all of it', 12_345, 100, 12_345],
    ['an amount whose product no double holds exactly', 9_007_199_254_740_991, 99.99, 9_006_298_534_815_517],
  ])('percentage: %s', (_edge, amount, rate, expected) => {
    expect(percentage(units(amount), rate)).toBe(expected);
  });

  test.each([
    ['whole units', 1_050, 3, 3_150],
    ['half rises', 1, 0.5, 1],
    ['just below half falls', 1, 0.499, 0],
    ['server hours', 137, 730.25, 100_044], // 100044.25
    ['1.005 is not 1.00499…', 1_000, 1.005, 1_005],
    ['a discount mirrors it', -1, 0.5, -1],
    ['the smallest quantity', 1_000, 0.001, 1],
  ])('multiply: %s', (_edge, unitPrice, quantity, expected) => {
    expect(multiply(units(unitPrice), quantity)).toBe(expected);
  });

  test('a result beyond the exact numbers is refused', () => {
    expect(() => multiply(units(Number.MAX_SAFE_INTEGER), 2)).toThrow(RangeError);
    expect(() => multiply(units(1), Infinity)).toThrow(RangeError);
  });

  test('the minus sign commutes with every rounding', () => {
    fc.assert(
      fc.property(anAmount, fc.integer({ min: 0, max: 10_000 }), (amount, hundredths) => {
        const rate = hundredths / 100;
        expect(percentage(subtract(ZERO, amount), rate)).toBe(subtract(ZERO, percentage(amount, rate)));
      }),
    );
  });

  test('rounding is never more than half a unit off', () => {
    fc.assert(
      fc.property(anAmount, fc.integer({ min: 0, max: 10_000 }), (amount, hundredths) => {
        const off =
          BigInt(percentage(amount, hundredths / 100)) * 10_000n - BigInt(amount) * BigInt(hundredths);
        expect(off <= 5_000n && off >= -5_000n).toBe(true);
      }),
    );
  });
});

describe('grossUp', () => {
  test.each([
    ['nothing taken', 12_345, 0, 12_345],
    ['nothing to pay', 0, 10, 0],
    ['a fraction counts as a whole unit', 10_000, 3.92, 10_408], // 10407.99…
    ['divides exactly', 9_000, 10, 10_000],
    ['nearly all of it', 1, 99.99, 10_000],
  ])('%s', (_edge, net, rate, gross) => {
    expect(grossUp(units(net), rate)).toBe(gross);
  });

  test('leaves the net amount, and one unit less would not', () => {
    fc.assert(
      fc.property(anAmountNotNegative, fc.integer({ min: 0, max: 9_999 }), (net, hundredths) => {
        const gross = BigInt(grossUp(net, hundredths / 100));
        const left = (amount: bigint) => amount * BigInt(10_000 - hundredths);
        expect(left(gross) >= BigInt(net) * 10_000n).toBe(true);
        if (gross > 0n) expect(left(gross - 1n) < BigInt(net) * 10_000n).toBe(true);
      }),
    );
  });

  test.each([
    ['a negative amount', -1, 10],
    ['a negative rate', 100, -1],
    ['all of it', 100, 100],
  ])('refuses %s', (_edge, net, rate) => {
    expect(() => grossUp(units(net), rate)).toThrow(RangeError);
  });
});

describe('splitEvenly', () => {
  test.each([
    ['one part', 100, 1, 100, 100],
    ['divides', 300, 3, 100, 100],
    ['the last takes the rest', 302, 3, 100, 102],
    ['fewer units than parts', 2, 3, 0, 2],
    ['nothing', 0, 12, 0, 0],
  ])('%s', (_edge, amount, parts, each, last) => {
    expect(splitEvenly(units(amount), parts)).toEqual({ each, last });
  });

  test('never creates or loses a unit, and the last is less than a unit a part larger', () => {
    fc.assert(
      fc.property(anAmountNotNegative, fc.integer({ min: 1, max: 12 }), (amount, parts) => {
        const { each, last } = splitEvenly(amount, parts);
        expect(each * (parts - 1) + last).toBe(amount);
        expect(last - each).toBeGreaterThanOrEqual(0);
        expect(last - each).toBeLessThan(parts);
      }),
    );
  });

  test.each([
    ['a negative amount', -1, 2],
    ['no parts', 100, 0],
    ['half a part', 100, 1.5],
  ])('refuses %s', (_edge, amount, parts) => {
    expect(() => splitEvenly(units(amount), parts)).toThrow(RangeError);
  });
});

describe('allocate', () => {
  test.each<[string, number, number[], number[], number]>([
    ['exactly what is due', 300, [100, 200], [100, 200], 0],
    ['too little: the first come first', 150, [100, 200], [100, 50], 0],
    ['too much', 350, [100, 200], [100, 200], 50],
    ['nothing due', 350, [0, 0], [0, 0], 350],
    ['nothing asked', 350, [], [], 350],
    ['nothing to give', 0, [100], [0], 0],
  ])('%s', (_edge, amount, dues, shares, rest) => {
    expect(allocate(units(amount), dues.map(units))).toEqual({ shares, rest });
  });

  test('never creates or loses a unit, and gives nobody more than is due', () => {
    fc.assert(
      fc.property(anAmountNotNegative, fc.array(anAmountNotNegative), (amount, dues) => {
        const { shares, rest } = allocate(amount, dues);
        expect(add(...shares, rest)).toBe(amount);
        expect(shares).toHaveLength(dues.length);
        shares.forEach((share, index) => {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(dues[index] ?? ZERO);
        });
        // Nothing is left over while somebody waits.
        if (rest > 0) expect(shares).toEqual(dues);
      }),
    );
  });

  test.each<[string, number, number[]]>([
    ['a negative amount', -1, [100]],
    ['a negative due', 100, [50, -1]],
  ])('refuses %s', (_edge, amount, dues) => {
    expect(() => allocate(amount as MinorUnits, dues as MinorUnits[])).toThrow(RangeError);
  });
});

describe('proportion', () => {
  test.each([
    ['half a unit rounds up', 1, 1, 2, 1],
    ['below half a unit rounds down', 1, 1, 3, 0],
    ['above half a unit rounds up', 2, 1, 3, 1],
    ['all of it', 101, 7, 7, 101],
    ['none of it', 101, 0, 7, 0],
    ['of nothing', 0, 0, 0, 0],
  ])('%s', (_edge, amount, part, whole, share) => {
    expect(proportion(units(amount), units(part), units(whole))).toBe(share);
  });

  test.each([
    ['more than the whole', 1, 3, 2],
    ['a negative part', 1, -1, 2],
    ['of a negative amount', -1, 1, 2],
  ])('refuses %s', (_edge, amount, part, whole) => {
    expect(() => proportion(units(amount), units(part), units(whole))).toThrow(RangeError);
  });
});

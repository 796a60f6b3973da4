import fc from 'fast-check';
import { add, grossUp, minorUnits, percentage, subtract } from '../../core/money';
import type { InstallmentMode } from '../../schema/installments';
import { installmentMode } from '../../schema/installments';
import type { InstallmentQuestion } from './installment-plans';
import { installmentPlans, offeredInstallments } from './installment-plans';

const BASE = minorUnits(100_000);
const RATES = { 2: 3.92, 3: 5.43 };
const single = { count: 1, total: 100_000, surcharge: 0, monthly: 100_000, last: 100_000 };

test.each<[InstallmentMode, object, object]>([
  [
    'addOn',
    { count: 2, total: 103_920, surcharge: 3_920, monthly: 51_960, last: 51_960 },
    { count: 3, total: 105_430, surcharge: 5_430, monthly: 35_143, last: 35_144 },
  ],
  [
    'grossUp',
    { count: 2, total: 104_080, surcharge: 4_080, monthly: 52_040, last: 52_040 },
    { count: 3, total: 105_742, surcharge: 5_742, monthly: 35_247, last: 35_248 },
  ],
  [
    'absorb',
    { count: 2, total: 100_000, surcharge: 0, monthly: 50_000, last: 50_000 },
    { count: 3, total: 100_000, surcharge: 0, monthly: 33_333, last: 33_334 },
  ],
])('1.000,00 in two and three installments, %s', (mode, two, three) => {
  expect(installmentPlans(BASE, RATES, mode)).toEqual([single, two, three]);
});

test.each<[string, number, Record<number, number>, number[]]>([
  ['no rates', 1_000, {}, [1]],
  ['a plan at no cost', 1_000, { 2: 0 }, [1, 2]],
  ['rates in any order', 1_000, { 12: 20, 3: 5 }, [1, 3, 12]],
  ['a rate for a single payment', 1_000, { 1: 2, 2: 4 }, [1, 2]],
  ['fewer kuruş than installments', 2, { 2: 0, 3: 0 }, [1, 2]],
  ['nothing to pay', 0, { 2: 4 }, [1]],
])('%s', (_edge, amount, rates, counts) => {
  const plans = installmentPlans(minorUnits(amount), rates, 'addOn');
  expect(plans.map(({ count }) => count)).toEqual(counts);
});

const anAmount = fc.integer({ min: 0, max: 9_999_999_999 }).map(minorUnits);
const aRate = fc.integer({ min: 0, max: 5_000 }).map((hundredths) => hundredths / 100);
const rates = fc.dictionary(fc.integer({ min: 2, max: 12 }).map(String), aRate);

test.each(installmentMode.options)('%s: no plan creates or loses a unit', (mode) => {
  fc.assert(
    fc.property(anAmount, rates, (amount, percent) => {
      for (const { count, total, surcharge, monthly, last } of installmentPlans(amount, percent, mode)) {
        expect(monthly * (count - 1) + last).toBe(total);
        expect(add(amount, surcharge)).toBe(total);
        expect(surcharge).toBeGreaterThanOrEqual(0);
        expect(last).toBeGreaterThanOrEqual(monthly);
        expect(last - monthly).toBeLessThan(count);
      }
    }),
  );
});

test('add-on charges the rate of the price; grossed up, the price is left after the rate of the total', () => {
  fc.assert(
    fc.property(anAmount, aRate, (amount, rate) => {
      const [, onTop] = installmentPlans(amount, { 2: rate }, 'addOn');
      const [, grossed] = installmentPlans(amount, { 2: rate }, 'grossUp');
      if (onTop === undefined || grossed === undefined) return;
      expect(onTop.surcharge).toBe(percentage(amount, rate));
      expect(grossed.total).toBe(grossUp(amount, rate));
      expect(subtract(grossed.total, percentage(grossed.total, rate))).toBeGreaterThanOrEqual(amount);
      expect(grossed.total).toBeGreaterThanOrEqual(onTop.total);
    }),
  );
});

describe('offeredInstallments', () => {
  const byProgramme = { world: RATES, axess: { 2: 4.1 } };
  const ask = (question: Partial<InstallmentQuestion>) =>
    offeredInstallments({
      amount: BASE,
      rates: byProgramme,
      card: 'unasked',
      mode: 'addOn',
      ...question,
    }).map(({ programme, plans }) => [programme, plans.map(({ count }) => count)]);

  test.each<[string, Partial<InstallmentQuestion>, unknown[]]>([
    [
      'every programme while the card is unknown',
      {},
      [
        ['axess', [1, 2]],
        ['world', [1, 2, 3]],
      ],
    ],
    [
      'the card’s own programme',
      { card: { programme: 'world', bank: 'Yapı Kredi', isCredit: true } },
      [['world', [1, 2, 3]]],
    ],
    ['a debit card pays at once', { card: { programme: 'world', bank: 'Yapı Kredi', isCredit: false } }, []],
    [
      'a card without a programme pays at once',
      { card: { programme: null, bank: 'Akbank', isCredit: true } },
      [],
    ],
    [
      'a programme without rates pays at once',
      { card: { programme: 'maximum', bank: 'İş Bankası', isCredit: true } },
      [],
    ],
    ['a foreign card pays at once', { card: null }, []],
  ])('%s', (_edge, question, programmes) => {
    expect(ask(question)).toEqual(programmes);
  });
});

import fc from 'fast-check';
import { add, minorUnits } from '../../core/money';
import { aSubscription } from '../../subscriptions/testing/subscription-factory';
import type { Standing } from './recurring-revenue';
import { revenueMovements, standingOf } from './recurring-revenue';

const AT = new Date('2026-03-31T21:00:00Z');
const TRIAL_LATER = { trialEnd: new Date('2026-04-05T21:00:00Z') };
const TRIAL_OVER = { trialEnd: new Date('2026-03-05T21:00:00Z') };

test.each<[string, Parameters<typeof aSubscription>[0], number, boolean]>([
  ['a month costs its price, without VAT', {}, 10_000, true],
  ['a year is a twelfth a month', { billingPeriod: 'annually', price: minorUnits(120_000) }, 10_000, true],
  ['half a unit up', { billingPeriod: 'annually', price: minorUnits(18) }, 2, true],
  ['past due counts', { status: 'PAST_DUE' }, 10_000, true],
  ['suspended does not', { status: 'SUSPENDED' }, 0, true],
  ['cancelled does not', { status: 'CANCELLED' }, 0, true],
  ['on trial it brings nothing yet', TRIAL_LATER, 0, false],
  ['after the trial it does', TRIAL_OVER, 10_000, true],
  ['before the first payment', { status: 'SUSPENDED', startedAt: null }, 0, false],
])('%s', (_edge, override, monthly, hasEarned) => {
  const subscription = { ...aSubscription(override), id: 'sub-1' };
  expect(standingOf(subscription, AT)).toEqual({ id: 'sub-1', currency: 'TRY', monthly, hasEarned });
});

const standing = (id: string, monthly: number, override: Partial<Standing> = {}): Standing => ({
  id,
  currency: 'EUR',
  monthly: minorUnits(monthly),
  hasEarned: true,
  ...override,
});
const none = { fresh: 0, expansion: 0, contraction: 0, churn: 0, reactivation: 0 };

test.each<[string, Standing[], Standing[], object]>([
  ['nothing changed', [standing('1', 100)], [standing('1', 100)], { opening: 100, closing: 100 }],
  ['a new one', [], [standing('1', 100)], { opening: 0, fresh: 100, closing: 100 }],
  [
    'a trial that is paid for is new',
    [standing('1', 0, { hasEarned: false })],
    [standing('1', 100)],
    { opening: 0, fresh: 100, closing: 100 },
  ],
  [
    'a suspended one that is paid comes back',
    [standing('1', 0)],
    [standing('1', 100)],
    { opening: 0, reactivation: 100, closing: 100 },
  ],
  [
    'a larger plan',
    [standing('1', 100)],
    [standing('1', 150)],
    { opening: 100, expansion: 50, closing: 150 },
  ],
  [
    'a smaller plan',
    [standing('1', 100)],
    [standing('1', 70)],
    { opening: 100, contraction: -30, closing: 70 },
  ],
  ['one that ended', [standing('1', 100)], [standing('1', 0)], { opening: 100, churn: -100, closing: 0 }],
  ['one that is gone', [standing('1', 100)], [], { opening: 100, churn: -100, closing: 0 }],
])('%s', (_edge, before, after, expected) => {
  const movement = revenueMovements(before, after).get('EUR');
  expect(movement).toMatchObject({ ...none, ...expected });
});

test('currencies are apart, and subscriptions are counted', () => {
  const lira = { currency: 'TRY' };
  const movements = revenueMovements(
    [standing('1', 100), standing('2', 50, lira), standing('3', 0, lira)],
    [standing('1', 0), standing('2', 60, lira), standing('4', 10, lira)],
  );
  expect([...movements].map(([currency, { count }]) => [currency, count])).toEqual([
    ['EUR', { opening: 1, churned: 1, closing: 0 }],
    ['TRY', { opening: 1, churned: 0, closing: 2 }],
  ]);
});

test('the changes lead from the opening to the closing', () => {
  const some = fc.array(
    fc.record({ id: fc.constantFrom('1', '2', '3', '4'), monthly: fc.nat(1_000), hasEarned: fc.boolean() }),
  );
  const unique = (list: { id: string; monthly: number; hasEarned: boolean }[]) =>
    [...new Map(list.map((one) => [one.id, one])).values()].map(({ id, monthly, hasEarned }) =>
      standing(id, monthly, { hasEarned }),
    );
  fc.assert(
    fc.property(some, some, (before, after) => {
      for (const one of revenueMovements(unique(before), unique(after)).values()) {
        const { opening, fresh, expansion, contraction, churn, reactivation, closing } = one;
        expect(add(opening, fresh, expansion, contraction, churn, reactivation)).toBe(closing);
      }
    }),
  );
});

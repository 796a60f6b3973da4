import fc from 'fast-check';
import { addDays, dayOf, startOfDay } from '../../core/calendar';
import type { BillingPeriod } from '../../schema/plan';
import { anchorDayOf, daysBetween, periodEnd, periodFrom } from './period';

/** The first days of the periods that follow, by the rule as it is stored: from the last start and the anchor day. */
function starts(first: string, billingPeriod: BillingPeriod, count: number): string[] {
  const days: string[] = [];
  let day = first;
  for (let period = 0; period < count; period += 1) {
    day = periodEnd(day, billingPeriod, anchorDayOf(first));
    days.push(day);
  }
  return days;
}

/** Three years of renewals, written out by hand; 2028 is a leap year. */
const MONTHLY: [string, string][] = [
  [
    '2026-01-29',
    '2026: 02-28 03-29 04-29 05-29 06-29 07-29 08-29 09-29 10-29 11-29 12-29 ' +
      '2027: 01-29 02-28 03-29 04-29 05-29 06-29 07-29 08-29 09-29 10-29 11-29 12-29 ' +
      '2028: 01-29 02-29 03-29 04-29 05-29 06-29 07-29 08-29 09-29 10-29 11-29 12-29 2029: 01-29',
  ],
  [
    '2026-01-30',
    '2026: 02-28 03-30 04-30 05-30 06-30 07-30 08-30 09-30 10-30 11-30 12-30 ' +
      '2027: 01-30 02-28 03-30 04-30 05-30 06-30 07-30 08-30 09-30 10-30 11-30 12-30 ' +
      '2028: 01-30 02-29 03-30 04-30 05-30 06-30 07-30 08-30 09-30 10-30 11-30 12-30 2029: 01-30',
  ],
  [
    '2026-01-31',
    '2026: 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31 ' +
      '2027: 01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31 ' +
      '2028: 01-31 02-29 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31 2029: 01-31',
  ],
  [
    '2028-02-29',
    '2028: 03-29 04-29 05-29 06-29 07-29 08-29 09-29 10-29 11-29 12-29 ' +
      '2029: 01-29 02-28 03-29 04-29 05-29 06-29 07-29 08-29 09-29 10-29 11-29 12-29 ' +
      '2030: 01-29 02-28 03-29 04-29 05-29 06-29 07-29 08-29 09-29 10-29 11-29 12-29 2031: 01-29 02-28',
  ],
];

function written(row: string): string[] {
  let year = '';
  return row.split(' ').flatMap((word) => {
    if (!word.endsWith(':')) return [`${year}-${word}`];
    year = word.slice(0, 4);
    return [];
  });
}

test.each(MONTHLY)('monthly from %s: the renewals of three years', (first, row) => {
  expect(starts(first, 'monthly', 36)).toEqual(written(row));
});

test.each<[string, string[]]>([
  ['2026-01-29', ['2027-01-29', '2028-01-29', '2029-01-29']],
  ['2026-01-30', ['2027-01-30', '2028-01-30', '2029-01-30']],
  ['2026-01-31', ['2027-01-31', '2028-01-31', '2029-01-31']],
  ['2028-02-29', ['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']],
])('annually from %s', (first, days) => {
  expect(starts(first, 'annually', days.length)).toEqual(days);
});

const aDay = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map(dayOf);
const aBillingPeriod = fc.constantFrom<BillingPeriod>('monthly', 'annually');

test('periods follow one another without gap or overlap, each on the anchor day or the last of its month', () => {
  fc.assert(
    fc.property(aDay, aBillingPeriod, (first, billingPeriod) => {
      const anchorDay = anchorDayOf(first);
      let period = periodFrom(first, billingPeriod, anchorDay);
      for (let count = 0; count < 30; count += 1) {
        const day = dayOf(period.end);
        const isLastOfMonth = addDays(day, 1).endsWith('-01');
        expect(anchorDayOf(day) === anchorDay || (isLastOfMonth && anchorDayOf(day) < anchorDay)).toBe(true);
        const next = periodFrom(day, billingPeriod, anchorDay);
        expect(next.start).toEqual(period.end);
        expect(next.end.getTime()).toBeGreaterThan(next.start.getTime());
        period = next;
      }
    }),
  );
});

test('days between are counted in the seller’s calendar', () => {
  fc.assert(
    fc.property(
      aDay,
      fc.integer({ min: 0, max: 800 }),
      fc.integer({ min: 0, max: 86_399 }),
      (day, days, s) => {
        const later = new Date(startOfDay(addDays(day, days)).getTime() + s * 1000);
        expect(daysBetween(startOfDay(day), later)).toBe(days);
      },
    ),
  );
});

describe('time zones', () => {
  test('Istanbul keeps UTC+3 all year: every period starts at 21:00 UTC of the day before', () => {
    for (const day of starts('2026-01-31', 'monthly', 36)) {
      expect(startOfDay(day).toISOString().slice(11)).toBe('21:00:00.000Z');
    }
  });

  test.each([
    ['Berlin, where the clocks went forward on 29 March', 'Europe/Berlin', '2026-03-28', '2026-04-28'],
    ['New York, where they went back on 1 November', 'America/New_York', '2026-10-15', '2026-11-15'],
    ['the seller', 'Europe/Istanbul', '2026-03-28', '2026-04-28'],
  ])('a period of a customer in %s has whole days all the same', (_where, timeZone, start, end) => {
    const period = periodFrom(start, 'monthly', anchorDayOf(start));
    expect(dayOf(period.end)).toBe(end);
    expect((period.end.getTime() - period.start.getTime()) % (24 * 60 * 60 * 1000)).toBe(0);
    // Only what the customer's own clock shows at that instant may differ.
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' });
    expect(clock.format(period.end) === clock.format(period.start)).toBe(timeZone === 'Europe/Istanbul');
  });
});

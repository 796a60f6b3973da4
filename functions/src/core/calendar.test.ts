import fc from 'fast-check';
import { addDays, dayOf, isPastDue, SELLER_TIME_ZONE, startOfDay } from './calendar';

/** Since 2017 the seller's clocks have not been changed; the zone database knows the same. */
const anInstant = fc.date({
  min: new Date('2017-01-01T00:00:00Z'),
  max: new Date('2060-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const aDay = anInstant.map(dayOf);
const istanbul = new Intl.DateTimeFormat('en-CA', { timeZone: SELLER_TIME_ZONE });

describe('dayOf', () => {
  test('agrees with the zone database', () => {
    fc.assert(
      fc.property(anInstant, (instant) => {
        expect(dayOf(instant)).toBe(istanbul.format(instant));
      }),
    );
  });

  test.each([
    ['the last millisecond of a day', '2026-03-10T20:59:59.999Z', '2026-03-10'],
    ['the first millisecond of a day', '2026-03-10T21:00:00.000Z', '2026-03-11'],
    ['the last of a year', '2026-12-31T20:59:59.999Z', '2026-12-31'],
    ['a new year while Greenwich has the old one', '2026-12-31T21:00:00.000Z', '2027-01-01'],
    ['a leap day', '2028-02-28T21:00:00.000Z', '2028-02-29'],
  ])('%s', (_edge, instant, day) => {
    expect(dayOf(new Date(instant))).toBe(day);
  });
});

test('a day starts at its first instant', () => {
  fc.assert(
    fc.property(aDay, (day) => {
      const start = startOfDay(day);
      expect(dayOf(start)).toBe(day);
      expect(dayOf(new Date(start.getTime() - 1))).toBe(addDays(day, -1));
    }),
  );
});

test('days that are added can be taken back', () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: -4_000, max: 4_000 }), (day, days) => {
      expect(addDays(addDays(day, days), -days)).toBe(day);
    }),
  );
});

test.each([
  ['over a month', '2026-01-31', 1, '2026-02-01'],
  ['over a leap day', '2028-02-28', 2, '2028-03-01'],
  ['over a year, back', '2026-01-01', -1, '2025-12-31'],
])('addDays %s', (_edge, day, days, expected) => {
  expect(addDays(day, days)).toBe(expected);
});

test.each([
  ['the day before', '2026-03-19T12:00:00Z', false],
  ['the last millisecond of the last day', '2026-03-20T20:59:59.999Z', false],
  ['the first millisecond after it', '2026-03-20T21:00:00.000Z', true],
])('isPastDue %s', (_edge, now, expected) => {
  expect(isPastDue(startOfDay('2026-03-20'), new Date(now))).toBe(expected);
});

import { addDays } from '../../core/calendar';
import { dueExpiryWarnings } from './card-expiry';

test.each([
  ['30 days before the end of November', '2026-10-31', [{ expYear: 2026, expMonth: 11, daysAhead: 30 }]],
  ['7 days before it', '2026-11-23', [{ expYear: 2026, expMonth: 11, daysAhead: 7 }]],
  ['a day like any other', '2026-11-10', []],
  ['three days late: made up for', '2026-11-26', [{ expYear: 2026, expMonth: 11, daysAhead: 7 }]],
  ['four days late: too late', '2026-11-27', []],
  ['30 days before the end of January', '2027-01-01', [{ expYear: 2027, expMonth: 1, daysAhead: 30 }]],
  ['over the end of the year', '2026-12-24', [{ expYear: 2026, expMonth: 12, daysAhead: 7 }]],
  ['7 days before the end of a leap February', '2028-02-22', [{ expYear: 2028, expMonth: 2, daysAhead: 7 }]],
])('%s', (_edge, today, warnings) => {
  expect(dueExpiryWarnings(today)).toEqual(warnings);
});

test('every month of two years has both warnings, each on one day and made up for on the next three', () => {
  const seen = new Map<string, number>();
  for (let day = 0; day < 731; day += 1) {
    for (const { expYear, expMonth, daysAhead } of dueExpiryWarnings(addDays('2026-03-01', day))) {
      const key = `${expYear}-${expMonth} ${daysAhead}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }
  const whole = [...seen].filter(([key]) => !key.startsWith('2026-3 ') && !key.startsWith('2028-3 '));
  expect(new Set(whole.map(([, days]) => days))).toEqual(new Set([4]));
  expect(whole).toHaveLength(2 * 23);
});

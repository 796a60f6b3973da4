import { daysOf, periodOf, PERIODS } from './invoice-period';
import type { Period } from './invoice-period';

it.each<[string, Period, string, string, string | null]>([
  ['from its first day', 'this-month', '2026-11-26', '2026-11-01', null],
  ['on its first day', 'this-month', '2026-11-01', '2026-11-01', null],
  ['from the same day', 'last-3-months', '2026-11-26', '2026-08-26', null],
  ['over the turn of the year', 'last-3-months', '2026-01-15', '2025-10-15', null],
  ['from the last day of a shorter month', 'last-3-months', '2026-05-31', '2026-02-28', null],
  ['from the last day of February in a leap year', 'last-3-months', '2028-05-31', '2028-02-29', null],
  ['from January', 'this-year', '2026-11-26', '2026-01-01', null],
  ['from January to December', 'last-year', '2026-11-26', '2025-01-01', '2025-12-31'],
])('%s: %s on %s', (_, period, today, from, to) => {
  expect(daysOf(period, today)).toEqual({ from, to });
});

it.each(PERIODS)('knows %s by its days', (period) => {
  expect(periodOf(daysOf(period, '2026-11-26'), '2026-11-26')).toBe(period);
});

it.each([
  ['nothing set', { from: null, to: null }, 'any'],
  ['chosen days', { from: '2026-03-05', to: '2026-03-09' }, 'own'],
  ['an open beginning', { from: null, to: '2026-03-09' }, 'own'],
  ['a month that is over', { from: '2026-10-01', to: null }, 'own'],
])('%s', (_, days, name) => {
  expect(periodOf(days, '2026-11-26')).toBe(name);
});

import { startOfDay } from '@hyble/billing-functions/src/core/calendar';
import { daysBetween, formatDay, formatInstant } from './dates';

const day = startOfDay('2026-03-05');

it('writes a day unmistakably in each language', () => {
  expect(formatDay(day, 'tr')).toBe('05.03.2026');
  expect(formatDay(day, 'en')).toBe('5 Mar 2026');
});

it("keeps the seller's day where the reader's clock is behind", () => {
  // The first instant of 5 March in Istanbul is still 4 March in London and New York.
  expect(day.toISOString()).toBe('2026-03-04T21:00:00.000Z');
  expect(formatDay(day, 'tr')).toBe('05.03.2026');
});

it('names the zone of an instant', () => {
  expect(formatInstant(new Date('2026-03-05T11:32:00Z'), 'tr')).toBe('05.03.2026 14:32 GMT+3');
});

it.each([
  ['the same day, hours apart', '2026-03-05T20:59:00Z', 0],
  ['a minute later is the next day', '2026-03-05T21:00:00Z', 1],
  ['over the end of February', '2026-02-28T12:00:00Z', -5],
])('counts calendar days: %s', (_, instant, days) => {
  expect(daysBetween(day, new Date(instant))).toBe(days);
});

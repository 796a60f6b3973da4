import { readDay, readIsoDay } from './read-day';

describe('readDay', () => {
  test.each([
    ['points', '24.11.2026', '2026-11-24'],
    ['slashes', '24/11/2026', '2026-11-24'],
    ['hyphens', '24-11-2026', '2026-11-24'],
    ['the year first', '2026-11-24', '2026-11-24'],
    ['one digit', '4.1.2026', '2026-01-04'],
    ['a time behind it', '24.11.2026 14:05:33', '2026-11-24'],
    ['a time behind a hyphen', '24/11/2026-14:05', '2026-11-24'],
    ['the day before the month, always', '05.04.2026', '2026-04-05'],
    ['a leap day', '29.02.2028', '2028-02-29'],
  ])('%s', (_edge, text, day) => {
    expect(readDay(text)).toBe(day);
  });

  test.each([
    ['nothing', ''],
    ['a word', 'Toplam'],
    ['no leap day', '29.02.2026'],
    ['the 31st of a shorter month', '31.04.2026'],
    ['the month first', '11/24/2026'],
    ['a year of two digits', '24.11.26'],
    ['a year of five', '24.11.20266'],
    ['an amount', '1.234,56'],
  ])('no day: %s', (_edge, text) => {
    expect(readDay(text)).toBeNull();
  });
});

describe('readIsoDay', () => {
  test.each([
    ['a date', '2026-11-24', '2026-11-24'],
    ['a date with a zone', '2026-11-24+03:00', '2026-11-24'],
    ['a time without a zone', '2026-11-24T23:30:00', '2026-11-24'],
    ['a time in the seller’s zone', '2026-11-24T23:30:00+03:00', '2026-11-24'],
    ['an evening in Greenwich, when the seller’s next day has begun', '2026-11-24T21:30:00Z', '2026-11-25'],
  ])('%s', (_edge, text, day) => {
    expect(readIsoDay(text)).toBe(day);
  });

  test.each(['', 'today', '2026-02-30', '2026-13-01T10:00:00Z'])('no day: %s', (text) => {
    expect(readIsoDay(text)).toBeNull();
  });
});

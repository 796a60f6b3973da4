import type { CalendarDay } from '../../../core/calendar';
import { dayOf } from '../../../core/calendar';

/**
 * The day of `24.11.2026`, `24/11/2026`, `24-11-2026` or `2026-11-24`, with or without a time behind it. Days come
 * before months, as Turkish banks write them. Null when it is no day of the calendar.
 */
export function readDay(text: string): CalendarDay | null {
  const dayFirst = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/.exec(text.trim());
  if (dayFirst) return calendarDay(dayFirst[3], dayFirst[2], dayFirst[1]);
  const yearFirst = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?!\d)/.exec(text.trim());
  return yearFirst && calendarDay(yearFirst[1], yearFirst[2], yearFirst[3]);
}

/** The seller's day of an xs:date or xs:dateTime, whose clock may be elsewhere. Null when it is none. */
export function readIsoDay(text: string): CalendarDay | null {
  const isInstant = /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text.trim());
  if (!isInstant) return readDay(text);
  const instant = new Date(text.trim());
  return Number.isNaN(instant.getTime()) ? null : dayOf(instant);
}

function calendarDay(year = '', month = '', day = ''): CalendarDay | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const midnight = new Date(`${text}T00:00:00Z`);
  // The 31st of a shorter month would become the first of the next.
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
  return exists ? text : null;
}

/**
 * Calendar days in the seller's time zone. Turkey has kept UTC+3 all year since 2016, so a day there is a fixed
 * 24 hours that starts at 21:00 UTC; an invoice's dates are days of that calendar wherever the customer lives.
 */

export const SELLER_TIME_ZONE = 'Europe/Istanbul';
const OFFSET_MS = 3 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A day as `YYYY-MM-DD`. */
export type CalendarDay = string;

/** The seller's calendar day at an instant. */
export function dayOf(instant: Date): CalendarDay {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant at which a calendar day begins for the seller. */
export function startOfDay(day: CalendarDay): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET_MS);
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whether a due date has passed: overdue begins the day after it. */
export function isPastDue(dueDate: Date, now: Date): boolean {
  return dayOf(now) > dayOf(dueDate);
}

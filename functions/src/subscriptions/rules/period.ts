import type { CalendarDay } from '../../core/calendar';
import { dayOf, startOfDay } from '../../core/calendar';
import type { BillingPeriod } from '../../schema/plan';

/**
 * Periods are whole days of the seller's calendar: from the start of a day to the start of the first day after. There
 * a day always has 24 hours, so the clocks of the customer's country, whenever they change, move no period.
 */
export interface Period {
  readonly start: Date;
  readonly end: Date;
}

/** The day of the month that a subscription's periods keep when they start on `day`. */
export function anchorDayOf(day: CalendarDay): number {
  return Number(day.slice(8));
}

/** The period that starts on a day; it ends on the anchor day, or on the last day of a month that has none. */
export function periodFrom(start: CalendarDay, billingPeriod: BillingPeriod, anchorDay: number): Period {
  return { start: startOfDay(start), end: startOfDay(periodEnd(start, billingPeriod, anchorDay)) };
}

/** The first day after the period that starts on a day: 31 January → 28 February → 31 March with anchor day 31. */
export function periodEnd(start: CalendarDay, billingPeriod: BillingPeriod, anchorDay: number): CalendarDay {
  const months = billingPeriod === 'monthly' ? 1 : 12;
  const [year = 0, month = 1] = start.split('-').map(Number);
  const sinceYearZero = year * 12 + (month - 1) + months;
  return dayInMonth(Math.floor(sinceYearZero / 12), sinceYearZero % 12, anchorDay);
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** How many days of the seller's calendar lie between two instants. */
export function daysBetween(from: Date, to: Date): number {
  return Math.round((startOfDay(dayOf(to)).getTime() - startOfDay(dayOf(from)).getTime()) / DAY_MS);
}

function dayInMonth(year: number, month: number, day: number): CalendarDay {
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

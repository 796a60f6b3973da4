import type { CalendarDay } from '@hyble/billing-functions/src/core/calendar';

/** The periods that are asked for most; any other is typed. */
export const PERIODS = ['this-month', 'last-3-months', 'this-year', 'last-year'] as const;
export type Period = (typeof PERIODS)[number];

export interface Days {
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
}

/** The days of a period, seen from a day; one that lasts until today is left open at its end. */
export function daysOf(period: Period, today: CalendarDay): Days {
  const year = Number(today.slice(0, 4));
  switch (period) {
    case 'this-month':
      return { from: `${today.slice(0, 7)}-01`, to: null };
    case 'last-3-months':
      return { from: monthsBefore(today, 3), to: null };
    case 'this-year':
      return { from: `${year}-01-01`, to: null };
    case 'last-year':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  }
}

/** The name of these days: a period, `any` where neither end is set, or `own` for days that somebody chose. */
export function periodOf({ from, to }: Days, today: CalendarDay): Period | 'any' | 'own' {
  if (from === null && to === null) return 'any';
  const known = PERIODS.find((period) => {
    const days = daysOf(period, today);
    return days.from === from && days.to === to;
  });
  return known ?? 'own';
}

/** The same day so many months before, or the last of its month: three before 31 May is 28 or 29 February. */
function monthsBefore(day: CalendarDay, months: number): CalendarDay {
  const date = new Date(`${day}T00:00:00Z`);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months + 1, 0);
  date.setUTCDate(Math.min(wanted, date.getUTCDate()));
  return date.toISOString().slice(0, 10);
}

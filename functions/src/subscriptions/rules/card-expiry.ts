import type { CalendarDay } from '../../core/calendar';
import { addDays } from '../../core/calendar';

/** Cards whose owners are to be warned today: those of a month, so many days before it ends. */
export interface ExpiryWarning {
  readonly expYear: number;
  readonly expMonth: number;
  readonly daysAhead: 30 | 7;
}

const DAYS_AHEAD = [30, 7] as const;
/** Of warnings that a day's sweep did not come to; the id of the mail keeps a second one away. */
const LATE_DAYS = 3;

/**
 * The warnings of a day: a card serves to the last day of the month that is printed on it, and 30 and 7 days before its
 * owner is written to. A sweep that failed is made up for on the following days.
 */
export function dueExpiryWarnings(today: CalendarDay): ExpiryWarning[] {
  return Array.from({ length: LATE_DAYS + 1 }, (_, late) => addDays(today, -late)).flatMap((day) =>
    DAYS_AHEAD.flatMap((daysAhead) => {
      const lastDay = addDays(day, daysAhead);
      if (!addDays(lastDay, 1).endsWith('-01')) return [];
      const [expYear = 0, expMonth = 0] = lastDay.split('-').map(Number);
      return [{ expYear, expMonth, daysAhead }];
    }),
  );
}

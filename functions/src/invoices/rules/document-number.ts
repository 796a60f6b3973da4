import { dayOf } from '../../core/calendar';
import type { Fields } from '../../core/decision';
import type { Counter } from '../../schema/counter';

/** How one series of documents is numbered: invoices, or credit notes. */
export interface Numbering {
  readonly prefix: string;
  /** Whether the sequence starts again at 1 in each month of the seller's calendar. */
  readonly reset: 'never' | 'monthly';
}

const MINIMUM_DIGITS = 4;

/**
 * The number after the last one given: `HYB-202611-0042`. It must be taken and stored in the transaction that
 * issues, so that the sequence has no gap (VUK 231 wants consecutive numbers).
 */
export function nextDocumentNumber(
  last: Pick<Counter, 'last' | 'period'> | null,
  { prefix, reset }: Numbering,
  now: Date,
): { number: string; counter: Fields<Counter> } {
  const thisMonth = dayOf(now).slice(0, 7).replace('-', '');
  // An issue begun just before midnight may commit after one begun just after it; the month never goes back.
  const period = last !== null && last.period > thisMonth ? last.period : thisMonth;
  const startsAgain = last === null || (reset === 'monthly' && last.period !== period);
  const next = startsAgain ? 1 : last.last + 1;
  return {
    number: `${prefix}-${period}-${String(next).padStart(MINIMUM_DIGITS, '0')}`,
    counter: { last: next, period },
  };
}

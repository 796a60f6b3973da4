import type { Dunning } from '../../schema/subscription';
import type { PaymentFailure } from '../../schema/payment';

/**
 * The calendar of an unpaid invoice: the first failure is day 0, a step follows on days 1, 3 and 7, and on day 10 the
 * service is suspended. A step has the time of day of day 0; days have 24 hours in the seller's zone.
 */
const DAYS = [0, 1, 3, 7, 10] as const;
const SUSPENSION = DAYS.length - 1;
const LAST_RETRY = SUSPENSION - 1;
const DAY_MS = 24 * 60 * 60 * 1000;

type Progress = Pick<Dunning, 'startedAt' | 'step' | 'steppedAt'>;

export interface CalendarStep {
  readonly step: number;
  readonly at: Date;
  /** RETRY charges the card again, or reminds the customer. */
  readonly what: 'RETRY' | 'SUSPENSION';
}

/**
 * The step to take now, or null. Of several that a late sweep finds, the earlier ones are skipped, but the last retry
 * never is: its mail says when the service will be suspended.
 */
export function dueStep(progress: Progress, now: Date): CalendarStep | null {
  const come = DAYS.findLastIndex((_day, step) => stepAt(progress, step) <= now);
  const due = progress.step < LAST_RETRY ? Math.min(come, LAST_RETRY) : come;
  return due > progress.step ? calendarStep(progress, due) : null;
}

/** What the calendar does after now: always something, until the service is suspended. */
export function nextStep(progress: Progress, now: Date): CalendarStep {
  const next = DAYS.findIndex((_day, step) => step > progress.step && stepAt(progress, step) > now);
  return calendarStep(progress, next === -1 ? SUSPENSION : next);
}

/** When the service stops if nobody pays. */
export function suspensionAt(progress: Progress): Date {
  return stepAt(progress, SUSPENSION);
}

function calendarStep(progress: Progress, step: number): CalendarStep {
  return { step, at: stepAt(progress, step), what: step === SUSPENSION ? 'SUSPENSION' : 'RETRY' };
}

/** When the last retry came late, the customer still has a day between its mail and the suspension. */
function stepAt({ startedAt, steppedAt }: Progress, step: number): Date {
  const onItsDay = startedAt.getTime() + (DAYS[step] ?? 0) * DAY_MS;
  if (step !== SUSPENSION) return new Date(onItsDay);
  return new Date(Math.max(onItsDay, steppedAt.getTime() + DAY_MS));
}

/**
 * What a failed payment means for the card. RETRY: the same card may work on another day. REFUSED: it never will, so
 * it is not charged again and the mails go on. CONFIRM: it works once its owner confirms, which only they can.
 */
export type Decline = 'RETRY' | 'REFUSED' | 'CONFIRM';

const DECLINES: Record<PaymentFailure, Decline> = {
  GENERAL: 'RETRY',
  FUNDS: 'RETRY',
  ABANDONED: 'RETRY',
  OUTAGE: 'RETRY',
  // No card's doing.
  TRANSFER_MISSING: 'RETRY',
  TRANSFER_SHORT: 'RETRY',
  WRONG_DATA: 'REFUSED',
  EXPIRED_CARD: 'REFUSED',
  NOT_ALLOWED: 'REFUSED',
  CURRENCY: 'REFUSED',
  INSTALLMENT: 'REFUSED',
  SECURITY: 'REFUSED',
  AUTHENTICATION_FAILED: 'CONFIRM',
  AUTHENTICATION_REQUIRED: 'CONFIRM',
};

export function declineOf(reason: PaymentFailure): Decline {
  return DECLINES[reason];
}

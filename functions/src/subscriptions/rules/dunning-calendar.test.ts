import fc from 'fast-check';
import { addDays, dayOf } from '../../core/calendar';
import { paymentFailure } from '../../schema/payment';
import type { Decline } from './dunning-calendar';
import { declineOf, dueStep, nextStep } from './dunning-calendar';

const DAY_0 = new Date('2026-03-10T06:30:00Z');
const HOUR_MS = 60 * 60 * 1000;
const after = (days: number) => new Date(DAY_0.getTime() + days * 24 * HOUR_MS);
const progress = (step: number, steppedAt = DAY_0) => ({ startedAt: DAY_0, step, steppedAt });

describe('the calendar, when every step is taken on time', () => {
  test.each([
    [0, 1, 1, 'RETRY', '2026-03-11'],
    [1, 3, 2, 'RETRY', '2026-03-13'],
    [2, 7, 3, 'RETRY', '2026-03-17'],
    [3, 10, 4, 'SUSPENSION', '2026-03-20'],
  ])('after step %d: day %d', (taken, days, step, what, day) => {
    const now = after([0, 1, 3, 7][taken] ?? 0);
    const next = nextStep(progress(taken, now), now);
    expect(next).toEqual({ step, at: after(days), what });
    expect(dayOf(next.at)).toBe(day);
    expect(dueStep(progress(taken, now), new Date(next.at.getTime() - 1))).toBeNull();
    expect(dueStep(progress(taken, now), next.at)).toEqual(next);
  });
});

describe('late sweeps', () => {
  test.each<[string, number, number, number | null]>([
    ['two steps slept through: one retry', 0, 4, 2],
    ['all of them: one retry, with the last notice', 0, 30, 3],
    ['the suspension alone', 3, 30, 4],
    ['a step that is taken is not taken again', 1, 2.9, null],
  ])('%s', (_edge, taken, days, step) => {
    expect(dueStep(progress(taken), after(days))?.step ?? null).toBe(step);
  });

  test('after a last retry on day 30 a day is left before the suspension', () => {
    const late = after(30);
    expect(nextStep(progress(3, late), late)).toEqual({ step: 4, at: after(31), what: 'SUSPENSION' });
    expect(dueStep(progress(3, late), after(30.9))).toBeNull();
  });
});

test('whenever the sweep runs, steps follow one another and end in the suspension, not before day 10', () => {
  const delays = fc.array(fc.integer({ min: 0, max: 20 * 24 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(delays, (hours) => {
      let taken = progress(0);
      let now = DAY_0;
      for (const late of hours) {
        const next = nextStep(taken, now);
        now = new Date(next.at.getTime() + late * HOUR_MS);
        const due = dueStep(taken, now);
        expect(due?.step).toBeGreaterThan(taken.step);
        if (due?.what === 'SUSPENSION') {
          expect(taken.step).toBe(3);
          expect(dayOf(now) >= addDays(dayOf(DAY_0), 10)).toBe(true);
          return;
        }
        taken = progress(due?.step ?? 0, now);
      }
      throw new Error('Four steps lead to the suspension');
    }),
  );
});

/** Written out a second time on purpose. */
const EXPECTED: Record<Decline, string[]> = {
  RETRY: ['GENERAL', 'FUNDS', 'ABANDONED', 'OUTAGE', 'TRANSFER_MISSING', 'TRANSFER_SHORT'],
  REFUSED: ['WRONG_DATA', 'EXPIRED_CARD', 'NOT_ALLOWED', 'CURRENCY', 'INSTALLMENT', 'SECURITY'],
  CONFIRM: ['AUTHENTICATION_FAILED', 'AUTHENTICATION_REQUIRED'],
};

test('every failure is one to try again, a refusal, or one that only the owner can end', () => {
  for (const reason of paymentFailure.options) expect(EXPECTED[declineOf(reason)]).toContain(reason);
  expect(Object.values(EXPECTED).flat()).toHaveLength(paymentFailure.options.length);
});

import { nextBilling } from './billing/renewals';
import type { Call } from './world';

export interface Clock {
  /** Unix seconds. */
  readonly now: () => number;
  /** Goes forward to an instant, and does on the way what billing does by itself, each thing at its time. */
  readonly moveTo: (instant: number, begin: () => Call) => void;
}

/** The stand-in's clock: the real one until it is moved, and as far ahead of it from then on. */
export function createClock(): Clock {
  let ahead = 0;
  const real = () => Math.floor(Date.now() / 1000);
  const now = () => real() + ahead;
  return {
    now,
    moveTo(instant, begin) {
      if (instant < now()) throw new Error('the clock only goes forward');
      for (let due = nextOf(begin, instant); due !== null; due = nextOf(begin, instant)) {
        ahead = Math.max(ahead, due.at - real());
        due.run(begin());
      }
      ahead = Math.max(ahead, instant - real());
    },
  };
}

const nextOf = (begin: () => Call, until: number) => nextBilling(begin().objects, until);

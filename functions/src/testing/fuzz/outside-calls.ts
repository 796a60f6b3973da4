import type { Firestore } from 'firebase-admin/firestore';

/** The process died, or a network did: whoever called cannot know whether it took effect. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/**
 * Counts the calls that leave the process, and makes one of them fail: before it took effect, or after. Each part of a
 * world passes its calls through `call`.
 */
export interface OutsideCalls {
  call<T>(effect: () => Promise<T>): Promise<T>;
  /** How many calls there were. */
  readonly count: number;
}

/** @param crash Which call fails, counted from 1, and when; none when left out. */
export function outsideCalls(crash?: {
  readonly at: number;
  readonly when: 'before' | 'after';
}): OutsideCalls {
  let count = 0;
  return {
    call: async (effect) => {
      count += 1;
      if (crash?.at !== count) return effect();
      if (crash.when === 'after') await effect();
      throw new Crash(`call ${count}, ${crash.when} it took effect`);
    },
    get count() {
      return count;
    },
  };
}

/** A Firestore whose transactions are calls that can fail: the commit before or after it took effect. */
export function withCrashes(db: Firestore, calls: OutsideCalls): Firestore {
  return new Proxy(db, {
    get(target, property, receiver) {
      if (property !== 'runTransaction') {
        const value: unknown = Reflect.get(target, property, receiver);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      }
      return (...args: Parameters<Firestore['runTransaction']>) =>
        calls.call(() => target.runTransaction(...args));
    },
  });
}

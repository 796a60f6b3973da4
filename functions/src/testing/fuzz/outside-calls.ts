import type { Firestore, Query } from 'firebase-admin/firestore';

/** The process died, or a network did: whoever called cannot know whether it took effect. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Who is called. */
export type Callee = 'firestore' | 'stripe' | 'paytr';

/** One failure, and where. */
export interface Fault {
  /** Which call fails, counted from 1. */
  readonly at: number;
  /** Before or after it took effect. */
  readonly when: 'before' | 'after';
  /** Whether the process is gone with it, so that nothing more of what called comes through. */
  readonly dies: boolean;
}

/**
 * All calls that leave the process pass through here and are counted. Chosen ones fail, and between two of them
 * something else can happen.
 */
export interface OutsideCalls {
  call<T>(callee: Callee, effect: () => Promise<T>): Promise<T>;
  /** How many calls there were. */
  readonly count: number;
  /** The faults that struck, and whom they were calling. */
  readonly struck: readonly (Fault & { readonly callee: Callee })[];
  /** Another process takes over from one that died. */
  restart(): void;
  /**
   * After so many further calls something happens before the caller hears its answer.
   * @returns Gives it up, when so many calls were not made.
   */
  afterCalls(count: number, happening: () => Promise<void>): () => void;
}

export function outsideCalls(faults: readonly Fault[] = []): OutsideCalls {
  let count = 0;
  let isDead = false;
  let waiting: { left: number; readonly happening: () => Promise<void> }[] = [];
  const struck: (Fault & { callee: Callee })[] = [];

  const happen = async () => {
    for (const one of waiting) one.left -= 1;
    const due = waiting.filter(({ left }) => left <= 0);
    waiting = waiting.filter(({ left }) => left > 0);
    for (const { happening } of due) await happening();
  };

  return {
    call: async (callee, effect) => {
      if (isDead) throw new Crash('the process is gone');
      count += 1;
      const fault = faults.find(({ at }) => at === count);
      if (fault === undefined) {
        const answer = await effect();
        await happen();
        return answer;
      }
      const crash = new Crash(`call ${count}, to ${callee}, ${fault.when} it took effect`);
      if (fault.when === 'after') await effect();
      struck.push({ ...fault, callee });
      isDead = fault.dies;
      throw crash;
    },
    get count() {
      return count;
    },
    struck,
    restart: () => {
      isDead = false;
    },
    afterCalls: (left, happening) => {
      const one = { left, happening };
      waiting.push(one);
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
  };
}

/** A Firestore whose transactions and queries are calls that can fail: a commit before or after it took effect. */
export function withFaults(db: Firestore, calls: OutsideCalls): Firestore {
  return new Proxy(db, {
    get(target, property, receiver) {
      switch (property) {
        case 'runTransaction':
          return (...args: Parameters<Firestore['runTransaction']>) =>
            calls.call('firestore', () => target.runTransaction(...args));
        case 'collection':
          return (name: string) => queryWithFaults(target.collection(name), calls);
        default: {
          const value: unknown = Reflect.get(target, property, receiver);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        }
      }
    },
  });
}

/** Asking is a call; what narrows a query gives another one that can fail as well. */
function queryWithFaults(query: Query, calls: OutsideCalls): Query {
  return new Proxy(query, {
    get(target, property, receiver) {
      if (property === 'get') return () => calls.call('firestore', () => target.get());
      const value: unknown = Reflect.get(target, property, receiver);
      if (typeof value !== 'function') return value;
      // Of a query, the functions call nothing else but what narrows it.
      return (...args: unknown[]) => queryWithFaults(Reflect.apply(value, target, args) as Query, calls);
    },
  });
}

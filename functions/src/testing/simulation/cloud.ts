import { AsyncLocalStorage } from 'node:async_hooks';
import type { DocumentReference, Firestore, Transaction } from 'firebase-admin/firestore';
import { mailSubscriptionEvent } from '../../notifications/mail-subscription-event';
import { checkPayment } from '../../payments/check-payment';
import { fromFirestore } from '../../platform/firestore';
import type { TaskQueues } from '../../platform/tasks';
import { tasks } from '../../platform/tasks';
import type { OutboxEvent } from '../../schema/outbox-event';
import { advanceSubscription } from '../../subscriptions/advance-subscription';
import { retrySubscription } from '../../subscriptions/retry-subscription';
import { retryWithNewCard } from '../../subscriptions/retry-with-new-card';
import { tellStripe } from '../../subscriptions/tell-stripe';
import { BillingError } from '../../platform/errors';
import { tellStripeOfCard } from '../../subscriptions/tell-stripe-of-card';
import type { Cost, FirestoreCall } from '../count-calls';
import { costOf, watchCalls } from '../count-calls';

/** What a function of the deployment cost altogether. */
export interface Tally extends Cost {
  readonly times: number;
}

/**
 * What Google's cloud does around the functions: their clock, the triggers of their commits, the queue of their tasks,
 * and the bill.
 */
export interface Cloud {
  /** To be handed to the functions: its commits set triggers off. */
  readonly db: Firestore;
  /** The instant of whatever runs in this context. */
  readonly now: () => Date;
  /** Runs a function at an instant, and puts its reads and writes on the bill. */
  run<T>(name: string, at: Date, work: () => Promise<T>): Promise<T>;
  /**
   * Runs the triggers of all commits since the last time, then the tasks that were queued.
   * @returns The events that were announced, and whether anything ran at all.
   */
  settle(at: Date): Promise<{ readonly announced: readonly OutboxEvent[]; readonly isIdle: boolean }>;
  /** By the function's name. */
  readonly bill: ReadonlyMap<string, Tally>;
  /** Takes the watch off the database and the queue. */
  close(): void;
}

/** Work at once: enough that the emulator never waits for us. */
export const LANES = 8;

interface Moment {
  readonly at: Date;
  readonly calls: FirestoreCall[];
}

interface QueuedTask {
  readonly queue: keyof TaskQueues;
  readonly subject: string;
  readonly id: string;
}

/**
 * @param mayTakeNumber Whether a task of a subscription may take an invoice number not at its beginning, but after it has
 *   asked a gateway. Such tasks have to wait for each other.
 */
export function cloudAround(database: Firestore, mayTakeNumber: (subscriptionId: string) => boolean): Cloud {
  const moments = new AsyncLocalStorage<Moment>();
  const bill = new Map<string, Tally>();
  const stopWatching = watchCalls(database, (call) => moments.getStore()?.calls.push(call));
  const changed = new Set<string>();
  const db = withTriggers(database, (path) => changed.add(path));
  const defaultCards = new Map<string, unknown>();

  const known = new Set<string>();
  let queued: QueuedTask[] = [];
  const enqueue = tasks.enqueue.bind(tasks);
  tasks.enqueue = (queue, data, id) => {
    const subject = 'paymentId' in data ? data.paymentId : data.subscriptionId;
    const name = `${queue} ${id}`;
    if (!known.has(name)) queued.push({ queue, subject, id });
    known.add(name);
    return Promise.resolve();
  };

  const run = async <T>(name: string, at: Date, work: () => Promise<T>): Promise<T> => {
    const moment: Moment = { at, calls: [] };
    try {
      return await moments.run(moment, work);
    } finally {
      bill.set(name, plus(bill.get(name) ?? NOTHING, costOf(moment.calls)));
    }
  };

  /** The platform repeats at once what got no answer; here it is left to the sweep of orders. */
  const tellOrLeave = async (subscriptionId: string, at: Date): Promise<void> => {
    try {
      await tellStripe(db, subscriptionId, at);
    } catch (error) {
      const isUnknown = error instanceof BillingError && error.code === 'GATEWAY_RESULT_UNKNOWN';
      if (!isUnknown) throw error;
    }
  };

  const runTask = ({ queue, subject }: QueuedTask, at: Date): Promise<unknown> =>
    run(queue.replace('-', '.'), at, (): Promise<unknown> => {
      switch (queue) {
        case 'tasks-checkPayment':
          return checkPayment(db, subject, at);
        case 'tasks-advanceSubscription':
          return advanceSubscription(db, subject, at);
        case 'tasks-retrySubscription':
          return retrySubscription(db, subject, at);
        case 'tasks-tellStripe':
          return tellOrLeave(subject, at);
      }
    });

  /** Events are announced, and cards that became the default are looked at. */
  const runTriggers = async (at: Date): Promise<OutboxEvent[]> => {
    const paths = [...changed].sort();
    changed.clear();
    const written = paths.filter((path) => path.startsWith('events/')).map((path) => database.doc(path));
    const events = written.length === 0 ? [] : await database.getAll(...written);
    await inLanes(events, LANES, (event) =>
      run('triggers.mailEvent', at, () => mailSubscriptionEvent(db, event.id, event.data() ?? {}, at)),
    );
    for (const path of paths.filter((one) => one.endsWith('/private/gateway'))) {
      const card: unknown = (await database.doc(path).get()).get('defaultPaymentMethodId') ?? null;
      const before = defaultCards.get(path) ?? null;
      defaultCards.set(path, card);
      const uid = path.split('/')[1] ?? '';
      if (card === before) continue;
      if (typeof card === 'string') {
        await run('triggers.retryWithNewCard', at, () => retryWithNewCard(db, uid, card));
      }
      await run('triggers.tellStripeOfCard', at, () => tellStripeOfCard(db, uid, at));
    }
    await tellStripeOf(
      paths.filter((path) => /^subscriptions\/[^/]+$/.test(path)),
      at,
    );
    // Stored documents are trusted to fit their schemas.
    return events.map((event) => fromFirestore(event.data() ?? {}) as OutboxEvent);
  };

  /** The trigger on subscriptions. */
  const tellStripeOf = async (subscriptions: readonly string[], at: Date): Promise<void> => {
    if (subscriptions.length === 0) return;
    const found = await database.getAll(...subscriptions.map((path) => database.doc(path)));
    const concerned = found.filter((one) => (one.get('stripe') ?? null) !== null);
    await inLanes(concerned, LANES, ({ id }) => run('triggers.tellStripe', at, () => tellOrLeave(id, at)));
  };

  /** Those of one subject one after another; in their order, so that invoices get the same numbers each time. */
  const runTasks = async (at: Date): Promise<number> => {
    const due = queued.sort((a, b) => (a.queue + a.id < b.queue + b.id ? -1 : 1));
    queued = [];
    // A refund that is found out gets a credit note, and its number.
    const mustWait = ({ queue, subject }: QueuedTask) =>
      queue === 'tasks-checkPayment' || mayTakeNumber(subject);
    for (const wave of wavesOf(
      due.filter((task) => !mustWait(task)),
      ({ subject }) => subject,
    )) {
      await inLanes(wave, LANES, (task) => runTask(task, at));
    }
    for (const task of due) if (mustWait(task)) await runTask(task, at);
    return due.length;
  };

  return {
    db,
    now: () => {
      const moment = moments.getStore();
      if (moment === undefined) throw new Error('Nothing of the deployment runs now');
      return moment.at;
    },
    run,
    settle: async (at) => {
      const announced = await runTriggers(at);
      const count = await runTasks(at);
      return { announced, isIdle: announced.length === 0 && count === 0 && changed.size === 0 };
    },
    bill,
    close: () => {
      stopWatching();
      tasks.enqueue = enqueue;
    },
  };
}

const NOTHING: Tally = { times: 0, reads: 0, writes: 0, deletes: 0, readCalls: 0, commits: 0 };

function plus(tally: Tally, cost: Cost): Tally {
  return {
    times: tally.times + 1,
    reads: tally.reads + cost.reads,
    writes: tally.writes + cost.writes,
    deletes: tally.deletes + cost.deletes,
    readCalls: tally.readCalls + cost.readCalls,
    commits: tally.commits + cost.commits,
  };
}

/** All of a list in rounds, with one of each kind in a round, in the list's order. */
export function wavesOf<T>(list: readonly T[], kindOf: (one: T) => string): T[][] {
  const waves: T[][] = [];
  const turns = new Map<string, number>();
  for (const one of list) {
    const turn = turns.get(kindOf(one)) ?? 0;
    turns.set(kindOf(one), turn + 1);
    (waves[turn] ??= []).push(one);
  }
  return waves;
}

/** Works through a list, so many at once, begun in the list's order. */
export async function inLanes<T>(
  list: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < list.length) {
      const one = list[next];
      next += 1;
      if (one !== undefined) await work(one);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, list.length) }, lane));
}

/** A Firestore that tells which documents its transactions wrote, once they are committed. */
function withTriggers(db: Firestore, onWritten: (path: string) => void): Firestore {
  const noting = (transaction: Transaction, written: string[]): Transaction =>
    new Proxy(transaction, {
      get(target, property) {
        const value: unknown = Reflect.get(target, property, target);
        if (typeof value !== 'function') return value;
        return (...args: [DocumentReference, ...unknown[]]): unknown => {
          if (property === 'create' || property === 'update') written.push(args[0].path);
          return Reflect.apply(value, target, args);
        };
      },
    });
  const runTransaction: Firestore['runTransaction'] = async (update, options) => {
    let written: string[] = [];
    const result = await db.runTransaction((transaction) => {
      written = [];
      return update(noting(transaction, written));
    }, options);
    written.forEach(onWritten);
    return result;
  };
  return new Proxy(db, {
    get(target, property) {
      if (property === 'runTransaction') return runTransaction;
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

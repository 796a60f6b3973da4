import '../testing/environment';
import { startOfDay } from '../core/calendar';
import type { QuerySnapshot } from 'firebase-admin/firestore';
import { Query } from 'firebase-admin/firestore';
import { ZERO } from '../core/money';
import { firestore } from '../platform/firestore';
import { tasks } from '../platform/tasks';
import { paths } from '../schema/paths';
import { countCalls } from '../testing/count-calls';
import { aUser } from '../testing/factories';
import { checkEverything, seed } from '../testing/world';
import { advanceDueSubscriptions } from './advance-due';
import { advanceSubscription } from './advance-subscription';
import { aSubscription } from './testing/subscription-factory';

const db = firestore();
const NOW = new Date('2026-04-10T06:00:00Z');
const due = { nextActionAt: startOfDay('2026-04-10') };
const idOf = (index: number) => `sub${String(index).padStart(12, '0')}`;

async function seedMany(count: number, one: (index: number) => object): Promise<void> {
  const writer = db.bulkWriter({ throttling: false });
  for (let index = 0; index < count; index += 1) {
    void writer.create(db.doc(paths.subscription(idOf(index))), one(index));
  }
  await writer.close();
}

describe('the tasks of a sweep', () => {
  const COUNT = 12;

  beforeAll(async () => {
    await seed(db, { [paths.user('user-1')]: aUser() });
    // Free of charge, so that each is settled by its task alone.
    await seedMany(COUNT, () => aSubscription({ ...due, price: ZERO }));
  });
  afterEach(checkEverything);

  test('run twice at once they bill each subscription once', async () => {
    const ids = Array.from({ length: COUNT }, (_, index) => idOf(index));
    const done = await Promise.all([...ids, ...ids].map((id) => advanceSubscription(db, id, NOW)));
    expect(done.filter((did) => did === 'SETTLED')).toHaveLength(COUNT);
    expect(done.filter((did) => did === 'NOT_DUE')).toHaveLength(COUNT);
    expect((await db.collection('invoices').get()).size).toBe(COUNT);
  });
});

describe('the sweep', () => {
  const ALL = 20_000;
  const DUE = 500;

  /** The queue as Cloud Tasks keeps it: a name that was used is not queued again. */
  function aQueue(): Set<string> {
    const names = new Set<string>();
    jest.spyOn(tasks, 'enqueue').mockImplementation((_queue, _data, id) => {
      names.add(id);
      return Promise.resolve();
    });
    return names;
  }

  /** What the queries of some work are billed as: a read for each document found, at least one a query. */
  async function readsOf(work: () => Promise<unknown>): Promise<{ documents: number; queries: number }> {
    let documents = 0;
    const get = jest.spyOn(Query.prototype, 'get');
    const calls = await countCalls(db, work);
    for (const { value } of get.mock.results) {
      documents += Math.max((await (value as Promise<QuerySnapshot>)).size, 1);
    }
    get.mockRestore();
    return { documents, queries: calls.filter(({ method }) => method === 'runQuery').length };
  }

  beforeAll(async () => {
    await db.recursiveDelete(db.collection('subscriptions'));
    // A sweep looks at nothing else of them.
    const later = { nextActionAt: startOfDay('2026-04-20') };
    await seedMany(ALL, (index) => ({ status: 'ACTIVE', ...(index % (ALL / DUE) === 0 ? due : later) }));
  });

  test(`of ${ALL} active subscriptions it reads the ${DUE} that are due`, async () => {
    const queue = aQueue();
    const reads = await readsOf(async () => {
      expect(await advanceDueSubscriptions(db, NOW)).toBe(DUE);
    });
    // Two pages, and the empty one that says there is no more.
    expect(reads).toEqual({ documents: DUE + 1, queries: 3 });
    expect(queue.size).toBe(DUE);
  });

  test('run twice at once it queues each once', async () => {
    const queue = aQueue();
    await Promise.all([advanceDueSubscriptions(db, NOW), advanceDueSubscriptions(db, NOW)]);
    expect(queue.size).toBe(DUE);
  });
});

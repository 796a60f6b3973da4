import '../testing/environment';
import { startOfDay } from '../core/calendar';
import { ZERO } from '../core/money';
import { firestore } from '../platform/firestore';
import { tasks } from '../platform/tasks';
import { paths } from '../schema/paths';
import { costOf, countCalls } from '../testing/count-calls';
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

  beforeAll(async () => {
    await db.recursiveDelete(db.collection('subscriptions'));
    // A sweep looks at nothing else of them.
    const later = { nextActionAt: startOfDay('2026-04-20') };
    await seedMany(ALL, (index) => ({ status: 'ACTIVE', ...(index % (ALL / DUE) === 0 ? due : later) }));
  });

  test(`of ${ALL} active subscriptions it reads the ${DUE} that are due`, async () => {
    const queue = aQueue();
    const calls = await countCalls(db, async () => {
      expect(await advanceDueSubscriptions(db, NOW)).toBe(DUE);
    });
    // Two pages, and the empty one that says there is no more.
    expect(costOf(calls)).toEqual({ reads: DUE + 1, writes: 0, deletes: 0, readCalls: 3, commits: 0 });
    expect(queue.size).toBe(DUE);
  });

  test('run twice at once it queues each once', async () => {
    const queue = aQueue();
    await Promise.all([advanceDueSubscriptions(db, NOW), advanceDueSubscriptions(db, NOW)]);
    expect(queue.size).toBe(DUE);
  });
});

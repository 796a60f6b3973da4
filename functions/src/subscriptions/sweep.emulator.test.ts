import '../testing/environment';
import { startOfDay } from '../core/calendar';
import { minorUnits } from '../core/money';
import { firestore } from '../platform/firestore';
import { tasks } from '../platform/tasks';
import { paths } from '../schema/paths';
import type { Subscription } from '../schema/subscription';
import { countCalls } from '../testing/count-calls';
import { aUser } from '../testing/factories';
import { checkEverything } from '../testing/world';
import { advanceDueSubscriptions } from './advance-due';
import { advanceSubscription } from './advance-subscription';
import { aSubscription } from './testing/subscription-factory';

const db = firestore();
const ALL = 20_000;
const DUE = 500;
const NOW = new Date('2026-04-10T06:00:00Z');
const due = { nextActionAt: startOfDay('2026-04-10') };

async function seedMany(count: number, one: (index: number) => Partial<Subscription>): Promise<void> {
  const writer = db.bulkWriter();
  writer.onWriteError(() => true);
  for (let index = 0; index < count; index += 1) {
    const path = paths.subscription(`sub${String(index).padStart(12, '0')}`);
    void writer.create(db.doc(path), aSubscription(one(index)));
  }
  await writer.close();
}

/** The queue, as Cloud Tasks keeps it: a name that was used is refused. */
function aQueue() {
  const names = new Map<string, string>();
  jest.spyOn(tasks, 'enqueue').mockImplementation((_queue, data, id) => {
    names.set(id, (data as { subscriptionId: string }).subscriptionId);
    return Promise.resolve();
  });
  return names;
}

/** Documents that the answers of queries held; a query that finds nothing is billed as one read. */
async function readsOf(work: () => Promise<unknown>) {
  let documents = 0;
  const prototype = Object.getPrototypeOf(db.collection('x').limit(1)) as {
    get: () => Promise<{ size: number }>;
  };
  const { get } = prototype;
  prototype.get = async function counted(this: unknown) {
    const page = await get.call(this);
    documents += Math.max(page.size, 1);
    return page;
  };
  try {
    const calls = await countCalls(db, work);
    return { documents, queries: calls.filter(({ method }) => method === 'runQuery').length };
  } finally {
    prototype.get = get;
  }
}

test(`of ${ALL} active subscriptions the sweep reads the ${DUE} that are due, and queues each once`, async () => {
  await seedMany(ALL, (index) =>
    index % (ALL / DUE) === 0 ? due : { nextActionAt: startOfDay('2026-04-20') },
  );
  const queue = aQueue();
  const reads = await readsOf(async () => {
    expect(await advanceDueSubscriptions(db, NOW)).toBe(DUE);
  });
  // Two pages and the empty one that says there is no more.
  expect(reads).toEqual({ documents: DUE + 1, queries: 3 });
  expect(queue.size).toBe(DUE);
  await advanceDueSubscriptions(db, NOW);
  expect(queue.size).toBe(DUE);
}, 120_000);

describe('the tasks of a sweep', () => {
  const COUNT = 12;
  const ids = Array.from({ length: COUNT }, (_, index) => `sub${String(index).padStart(12, '0')}`);

  beforeEach(async () => {
    await db.recursiveDelete(db.collection('subscriptions'));
    await db.doc(paths.user('user-1')).set(aUser());
    const price = minorUnits(0);
    await seedMany(COUNT, () => ({ ...due, price }));
  });
  afterEach(checkEverything);

  const invoicesOf = async () => (await db.collection('invoices').get()).size;

  test('run twice at once they bill each subscription once', async () => {
    const before = await invoicesOf();
    const done = await Promise.all([...ids, ...ids].map((id) => advanceSubscription(db, id, NOW)));
    expect(done.filter((did) => did === 'SETTLED')).toHaveLength(COUNT);
    expect((await invoicesOf()) - before).toBe(COUNT);
  });
});

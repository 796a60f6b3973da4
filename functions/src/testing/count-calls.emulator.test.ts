import './environment';
import { firestore } from '../platform/firestore';
import { costOf, countCalls } from './count-calls';
import { seed } from './world';

const db = firestore();
const things = db.collection('things');

beforeAll(() => seed(db, { 'things/1': { n: 1 }, 'things/2': { n: 2 }, 'things/3': { n: 3 } }));

const free = { reads: 0, writes: 0, deletes: 0, readCalls: 0, commits: 0 };

test.each<[string, () => Promise<unknown>, object]>([
  ['a document', () => things.doc('1').get(), { reads: 1, readCalls: 1 }],
  ['one that is missing costs the same', () => things.doc('none').get(), { reads: 1, readCalls: 1 }],
  ['several at once', () => db.getAll(things.doc('1'), things.doc('2')), { reads: 2, readCalls: 1 }],
  ['a query, by its results', () => things.where('n', '>', 1).get(), { reads: 2, readCalls: 1 }],
  ['a query without a result', () => things.where('n', '>', 9).get(), { reads: 1, readCalls: 1 }],
  ['a count', () => things.count().get(), { reads: 1, readCalls: 1 }],
  ['a write', () => things.doc('4').set({ n: 4 }), { writes: 1, commits: 1 }],
  ['a delete', () => things.doc('4').delete(), { deletes: 1, commits: 1 }],
  [
    'a batch',
    () =>
      db
        .batch()
        .set(things.doc('5'), { n: 5 })
        .update(things.doc('1'), { n: 1 })
        .delete(things.doc('5'))
        .commit(),
    { writes: 2, deletes: 1, commits: 1 },
  ],
  [
    'a transaction',
    () =>
      db.runTransaction(async (transaction) => {
        await transaction.getAll(things.doc('1'), things.doc('none'));
        transaction.update(things.doc('2'), { n: 2 });
      }),
    { reads: 2, writes: 1, readCalls: 1, commits: 1 },
  ],
  [
    'a commit that fails',
    () => expect(things.doc('1').create({ n: 1 })).rejects.toMatchObject({ code: 6 }),
    { commits: 1 },
  ],
  ['nothing', () => Promise.resolve(), {}],
])('%s', async (_what, work, cost) => {
  expect(costOf(await countCalls(db, work))).toEqual({ ...free, ...cost });
});

test('nothing is counted any more once the work is done', async () => {
  const calls = await countCalls(db, () => things.doc('1').get());
  await things.doc('1').get();
  expect(calls).toHaveLength(1);
});

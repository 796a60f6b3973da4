import '../testing/environment';
import { create } from '../core/decision';
import { firestore } from './firestore';
import { isAlreadyExists, transact, transactBesideCallbacks } from './transact';

const NOW = new Date('2026-03-10T12:00:00Z');
const db = firestore();

/** A decision that another one overtakes: the document that it creates is there when it commits. */
function overtaken(path: string) {
  let decided = 0;
  return async () => {
    decided += 1;
    if (decided > 1) return { writes: [], result: 'known already' };
    await db.doc(path).set({ by: 'the callback' });
    return { writes: [create(path, { by: 'the answer' })], result: 'first' };
  };
}

test('news that a callback has brought meanwhile is decided anew', async () => {
  const path = 'things/asked-for';
  expect(await transactBesideCallbacks(db, NOW, overtaken(path))).toBe('known already');
  expect((await db.doc(path).get()).get('by')).toBe('the callback');
});

test('a document that exists already is an error elsewhere', async () => {
  const failed = await transact(db, NOW, overtaken('things/told')).catch((error: unknown) => error);
  expect(isAlreadyExists(failed)).toBe(true);
});

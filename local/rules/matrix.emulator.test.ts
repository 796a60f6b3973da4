import type { RulesTestEnvironment } from '@firebase/rules-unit-testing';
import {
  deleteDoc,
  doc,
  type Firestore,
  getDoc,
  getDocs,
  limit,
  serverTimestamp,
  setDoc,
} from 'firebase/firestore';
import { asServer, browsersOf, isAllowed, openProject, queryOf, seed, write } from './environment';
import { matrix, operations, type Row } from './matrix';
import { profile, roles, world } from './world';

let project: RulesTestEnvironment;
let browserOf: ReturnType<typeof browsersOf>;
beforeAll(async () => {
  project = await openProject();
  browserOf = browsersOf(project);
  await seed(project);
});
afterAll(() => project.cleanup());

/** Each operation in its most harmless form: content as it stands, times as the server's. */
const attempts: Record<(typeof operations)[number], (firestore: Firestore, row: Row) => Promise<unknown>> = {
  get: (firestore, { path }) => getDoc(doc(firestore, path)),
  list: (firestore, { path, find }) =>
    getDocs(queryOf(firestore, { collection: path.slice(0, path.lastIndexOf('/')), where: find }, limit(25))),
  create: (firestore, { path, create, owner }) => {
    const data = {
      ...(world[path] ?? profile(owner)),
      createdAt: serverTimestamp(),
      updatedAt: serverTimestamp(),
    };
    return write(firestore, (transaction) => transaction.set(doc(firestore, create), data));
  },
  update: (firestore, { path }) =>
    write(firestore, (transaction) =>
      transaction.update(doc(firestore, path), { updatedAt: serverTimestamp() }),
    ),
  delete: (firestore, { path }) =>
    write(firestore, (transaction) => transaction.delete(doc(firestore, path))),
};

/** Undoes what an allowed write did, so that each operation meets the same world. */
async function restore({ path, create }: Row): Promise<void> {
  await asServer(project, async (firestore) => {
    await deleteDoc(doc(firestore, create));
    const data = world[path];
    if (data) await setDoc(doc(firestore, path), data);
  });
}

describe.each(matrix)('$path', (row) => {
  test.each(roles)('%s', async (role) => {
    const firestore = browserOf(role === 'owner' ? row.owner : role);
    let cell = '';
    for (const operation of operations) {
      const allowed = await isAllowed(attempts[operation](firestore, row));
      if (allowed && operation !== 'get' && operation !== 'list') await restore(row);
      cell += allowed ? operation.charAt(0) : '-';
    }
    expect(cell).toBe(row.cells[role]);
  });
});

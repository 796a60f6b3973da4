import type { RulesTestEnvironment } from '@firebase/rules-unit-testing';
import {
  deleteDoc,
  deleteField,
  doc,
  type DocumentData,
  type Firestore,
  serverTimestamp,
  setDoc,
  Timestamp,
  type Transaction,
} from 'firebase/firestore';
import { asServer, browsersOf, isAllowed, openProject, seed, write } from './environment';
import { ABSENT, bad, type Change, good, present, unknownFields } from './profile-cases';
import { emailOf, profile } from './world';

let project: RulesTestEnvironment;
let browserOf: ReturnType<typeof browsersOf>;
beforeAll(async () => {
  project = await openProject();
  await seed(project);
  browserOf = browsersOf(project);
});
afterAll(() => project.cleanup());

const now = () => ({ createdAt: serverTimestamp(), updatedAt: serverTimestamp() });
const deleting = (change: Change): DocumentData =>
  Object.fromEntries(
    Object.entries(change).map(([field, value]) => [field, value === ABSENT ? deleteField() : value]),
  );

/** Whether the rules allow it; what they allow is undone, so that every case meets the same profiles. */
async function attempt(firestore: Firestore, work: (transaction: Transaction) => unknown): Promise<boolean> {
  const allowed = await isAllowed(write(firestore, work));
  if (allowed) {
    await asServer(project, async (server) => {
      await setDoc(doc(server, 'users/owner'), profile('owner'));
      await deleteDoc(doc(server, 'users/newcomer'));
    });
  }
  return allowed;
}

function create(change: Change, firestore: Firestore = browserOf('newcomer')): Promise<boolean> {
  const data = present({ ...profile('newcomer'), ...now(), ...change });
  return attempt(firestore, (transaction) => transaction.set(doc(firestore, 'users/newcomer'), data));
}

function update(change: Change): Promise<boolean> {
  const data = { updatedAt: serverTimestamp(), ...deleting(change) };
  const firestore = browserOf('owner');
  return attempt(firestore, (transaction) => transaction.update(doc(firestore, 'users/owner'), data));
}

describe('a good profile', () => {
  test.each(good)('%s: may be created', async (_label, change) => {
    expect(await create(change)).toBe(true);
  });
  test.each(good)('%s: may be written', async (_label, change) => {
    expect(await update(change)).toBe(true);
  });
});

describe('a bad profile', () => {
  test.each(bad)('%s: is not created', async (_label, change) => {
    expect(await create(change)).toBe(false);
  });
  test.each(bad)('%s: is not written', async (_label, change) => {
    expect(await update(change)).toBe(false);
  });
});

const yesterday = Timestamp.fromDate(new Date('2026-11-01T09:00:00Z'));

describe('what is the server’s', () => {
  test.each<[string, Change]>([
    ...unknownFields,
    ['another e-mail', { email: emailOf('stranger') }],
    ['no e-mail', { email: ABSENT }],
    ['an organization', { organizationIds: ['organization'] }],
    ['no list of organizations', { organizationIds: ABSENT }],
    ['a map of organizations', { organizationIds: {} }],
    ['a first write in the past', { createdAt: yesterday }],
    ['no first write', { createdAt: ABSENT }],
    ['a last write in the past', { updatedAt: yesterday }],
    ['a last write in the future', { updatedAt: Timestamp.fromMillis(Date.now() + 60_000) }],
    ['no last write', { updatedAt: ABSENT }],
  ])('%s: refused in a new profile', async (_label, change) => {
    expect(await create(change)).toBe(false);
  });

  test.each<[string, Change]>([
    ...unknownFields,
    ['another e-mail', { email: emailOf('stranger') }],
    ['no e-mail', { email: ABSENT }],
    ['an organization more', { organizationIds: ['organization'] }],
    ['no list of organizations', { organizationIds: ABSENT }],
    ['a new first write', { createdAt: serverTimestamp() }],
    ['no first write', { createdAt: ABSENT }],
    ['the last write left as it was', { updatedAt: profile('owner').updatedAt }],
    ['a last write in the future', { updatedAt: Timestamp.fromMillis(Date.now() + 60_000) }],
    ['no last write', { updatedAt: ABSENT }],
  ])('%s: refused in an update', async (_label, change) => {
    expect(await update(change)).toBe(false);
  });

  test('unchanged, it may be written again', async () => {
    expect(await update({ email: emailOf('owner'), organizationIds: [] })).toBe(true);
  });

  test('a profile is not written over as if it were new', async () => {
    const firestore = browserOf('owner');
    const anew = { ...profile('owner'), ...now() };
    const writesOver = attempt(firestore, (transaction) =>
      transaction.set(doc(firestore, 'users/owner'), anew),
    );
    expect(await writesOver).toBe(false);
  });

  test('a profile needs the e-mail of the account, and an account without one has none', async () => {
    // The compatible client, which the modular functions take; see environment.ts.
    const phone = project.authenticatedContext('newcomer').firestore() as unknown as Firestore;
    expect(await create({}, phone)).toBe(false);
    expect(await create({ email: null }, phone)).toBe(false);
  });
});

import type { RulesTestEnvironment } from '@firebase/rules-unit-testing';
import {
  and,
  collection,
  collectionGroup,
  doc,
  type Firestore,
  getCountFromServer,
  getDoc,
  getDocs,
  limit,
  onSnapshot,
  or,
  orderBy,
  type Query,
  query,
  startAfter,
  where,
} from 'firebase/firestore';
import { browsersOf, isAllowed, openProject, queryOf, seed } from './environment';
import { queries, type QueryShape } from './queries';
import { EPOCH, roles } from './world';

let project: RulesTestEnvironment;
let browserOf: ReturnType<typeof browsersOf>;
beforeAll(async () => {
  project = await openProject();
  await seed(project);
  browserOf = browsersOf(project);
});
afterAll(() => project.cleanup());

const fromBrowsers = queries.filter((shape) => shape.by !== 'server');
const fromCustomers = fromBrowsers.filter((shape) => shape.by !== 'finance');
const fromFinance = fromBrowsers.filter((shape) => shape.by === 'finance');
const without = (shape: QueryShape, at: number) => ({ ...shape, where: shape.where.toSpliced(at, 1) });
const eachFilter = fromCustomers.flatMap((shape) => shape.where.map((filter, at) => ({ shape, filter, at })));

test.each(fromBrowsers)('$label: allowed, and finds something', async (shape) => {
  const found = await getDocs(queryOf(browserOf(shape.by), shape, limit(100)));
  expect(found.size).toBeGreaterThan(0);
});

test.each(fromBrowsers)('$label: a listener gets it too', async (shape) => {
  const asked = queryOf(browserOf(shape.by), shape, limit(25));
  const size = await new Promise<number>((resolve, reject) => {
    const stop = onSnapshot(
      asked,
      { includeMetadataChanges: true },
      (found) => {
        if (found.metadata.fromCache) return;
        stop();
        resolve(found.size);
      },
      reject,
    );
  });
  expect(size).toBeGreaterThan(0);
});

test.each(fromBrowsers)('$label: refused to who is not signed in', async (shape) => {
  expect(await isAllowed(getDocs(queryOf(browserOf('anonymous'), shape, limit(25))))).toBe(false);
});

test.each(fromCustomers.filter(({ isOfAll }) => !isOfAll))(
  '$label: refused to another customer',
  async (shape) => {
    expect(await isAllowed(getDocs(queryOf(browserOf('stranger'), shape, limit(25))))).toBe(false);
  },
);

test.each(fromCustomers)('$label: refused without a limit, or with one above 100', async (shape) => {
  expect(await isAllowed(getDocs(queryOf(browserOf(shape.by), shape)))).toBe(false);
  expect(await isAllowed(getDocs(queryOf(browserOf(shape.by), shape, limit(101))))).toBe(false);
});

test.each(fromFinance)('$label: allowed without a limit, and to an admin', async (shape) => {
  expect(await isAllowed(getDocs(queryOf(browserOf('finance'), shape)))).toBe(true);
  expect(await isAllowed(getDocs(queryOf(browserOf('admin'), shape)))).toBe(true);
});

test.each(eachFilter.filter(({ filter }) => filter.proof))(
  '$shape.label: refused without the filter on $filter.field',
  async ({ shape, at }) => {
    expect(await isAllowed(getDocs(queryOf(browserOf(shape.by), without(shape, at), limit(25))))).toBe(false);
  },
);

test.each(eachFilter.filter(({ filter }) => !filter.proof))(
  '$shape.label: allowed without the filter on $filter.field',
  async ({ shape, at }) => {
    expect(await isAllowed(getDocs(queryOf(browserOf(shape.by), without(shape, at), limit(25))))).toBe(true);
  },
);

const mine = where('userId', '==', 'owner');
const theirs = where('userId', '==', 'colleague');
const ours = where('organizationId', '==', 'organization');
const issued = where('issueDate', '>', EPOCH);
const page = limit(25);
const from = (firestore: Firestore, name: string) => collection(firestore, name);

describe('allowed', () => {
  test.each<[string, string, (firestore: Firestore) => Query]>([
    [
      'the next page of own invoices',
      'owner',
      (db) =>
        query(from(db, 'invoices'), mine, issued, orderBy('issueDate', 'desc'), startAfter(EPOCH), page),
    ],
    [
      'own invoices of a year',
      'owner',
      (db) =>
        query(
          from(db, 'invoices'),
          mine,
          where('issueDate', '>', new Date('2026-01-01T00:00:00+03:00')),
          page,
        ),
    ],
    [
      'entries of an own wallet that does not exist yet',
      'owner',
      (db) => query(from(db, 'wallets/owner_EUR/entries'), page),
    ],
    [
      'own invoices before there is a profile',
      'newcomer',
      (db) => query(from(db, 'invoices'), where('userId', '==', 'newcomer'), issued, page),
    ],
    [
      'products on sale, to a customer',
      'owner',
      (db) => query(from(db, 'products'), where('isActive', '==', true), page),
    ],
  ])('%s', async (_label, uid, ask) => {
    expect(await isAllowed(getDocs(ask(browserOf(uid))))).toBe(true);
  });

  test('a look at an own wallet that does not exist yet', async () => {
    expect((await getDoc(doc(browserOf('owner'), 'wallets/owner_EUR'))).exists()).toBe(false);
  });
});

describe('refused', () => {
  test.each<[string, string, (firestore: Firestore) => Query]>([
    ['everybody’s invoices', 'owner', (db) => query(from(db, 'invoices'), issued, page)],
    [
      'own invoices and one more person’s',
      'owner',
      (db) => query(from(db, 'invoices'), where('userId', 'in', ['owner', 'colleague']), issued, page),
    ],
    [
      'own invoices or another’s',
      'owner',
      (db) => query(from(db, 'invoices'), and(or(mine, theirs), issued), page),
    ],
    [
      'a colleague’s invoices without the organization',
      'member',
      (db) => query(from(db, 'invoices'), theirs, issued, page),
    ],
    [
      'own organization’s invoices and another’s',
      'member',
      (db) =>
        query(from(db, 'invoices'), where('organizationId', 'in', ['organization', 'foreign']), issued, page),
    ],
    [
      'invoices of no organization, to a member of one',
      'member',
      (db) => query(from(db, 'invoices'), where('organizationId', '==', null), issued, page),
    ],
    [
      'an organization’s invoices before there is a profile',
      'newcomer',
      (db) => query(from(db, 'invoices'), ours, issued, page),
    ],
    ['own drafts', 'owner', (db) => query(from(db, 'invoices'), mine, where('issueDate', '==', null), page)],
    [
      'drafts by status',
      'owner',
      (db) => query(from(db, 'invoices'), mine, where('status', '==', 'DRAFT'), page),
    ],
    [
      'drafts at the end of an order',
      'owner',
      (db) => query(from(db, 'invoices'), mine, orderBy('issueDate', 'desc'), page),
    ],
    [
      'everybody’s payments for an own invoice',
      'owner',
      (db) => query(from(db, 'payments'), where('invoiceIds', 'array-contains', 'personal'), page),
    ],
    [
      'the entries of another’s wallet',
      'stranger',
      (db) => query(from(db, 'wallets/owner_TRY/entries'), where('userId', '==', 'stranger'), page),
    ],
    ['all products', 'owner', (db) => query(from(db, 'products'), page)],
    [
      'products on sale without a limit',
      'owner',
      (db) => query(from(db, 'products'), where('isActive', '==', true)),
    ],
    ['plans without a limit', 'owner', (db) => from(db, 'plans')],
    ['attempts without a limit', 'owner', (db) => from(db, 'subscriptions/personal/dunningAttempts')],
    ['entries without a limit', 'owner', (db) => from(db, 'wallets/owner_TRY/entries')],
    ['payment methods without a limit', 'owner', (db) => query(from(db, 'paymentMethods'), mine)],
    ['subscriptions without a limit', 'owner', (db) => query(from(db, 'subscriptions'), mine)],
    ['credit notes without a limit', 'owner', (db) => query(from(db, 'creditNotes'), mine)],
    [
      'own organizations by membership',
      'member',
      (db) => query(from(db, 'organizations'), where('memberIds', 'array-contains', 'member'), page),
    ],
  ])('%s', async (_label, uid, ask) => {
    expect(await isAllowed(getDocs(ask(browserOf(uid))))).toBe(false);
  });

  test('counting another’s invoices', async () => {
    const count = getCountFromServer(query(from(browserOf('stranger'), 'invoices'), mine, issued, page));
    expect(await isAllowed(count)).toBe(false);
  });

  test.each(roles)('collection groups, to %s', async (role) => {
    for (const group of ['entries', 'private', 'dunningAttempts', 'invoices']) {
      const asked = query(collectionGroup(browserOf(role), group), where('userId', '==', role), page);
      expect(await isAllowed(getDocs(asked))).toBe(false);
    }
  });
});

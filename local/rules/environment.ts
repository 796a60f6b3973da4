import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { initializeTestEnvironment, type RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { FirebaseError } from 'firebase/app';
import {
  collection,
  doc,
  type Firestore,
  orderBy,
  type Query,
  query,
  type QueryConstraint,
  runTransaction,
  setDoc,
  setLogLevel,
  type Transaction,
  where,
} from 'firebase/firestore';
import type { QueryShape } from './queries';
import { emailOf, world } from './world';

/** The SDK warns of every refusal; here refusals are the subject. */
setLogLevel('silent');

/** A project of the emulator with our rules and nothing in it. */
export function openProject(): Promise<RulesTestEnvironment> {
  return initializeTestEnvironment({
    projectId: `demo-${randomUUID()}`,
    firestore: { rules: readFileSync(resolve(__dirname, '../../firestore.rules'), 'utf8') },
  });
}

/** Runs `work` as the server, which no rule binds. */
export async function asServer(
  project: RulesTestEnvironment,
  work: (firestore: Firestore) => Promise<void>,
): Promise<void> {
  // The test library hands out the SDK's compatible client, which every modular function takes as its own.
  await project.withSecurityRulesDisabled((context) => work(context.firestore() as unknown as Firestore));
}

/** Puts every document of the world in its place. */
export function seed(project: RulesTestEnvironment): Promise<void> {
  return asServer(project, async (firestore) => {
    await Promise.all(Object.entries(world).map(([path, data]) => setDoc(doc(firestore, path), data)));
  });
}

/**
 * Firestore as the browser of `uid` sees it, one connection each; `anonymous` is not signed in, `finance` and
 * `admin` carry their role.
 */
export function browsersOf(project: RulesTestEnvironment): (uid: string) => Firestore {
  const opened = new Map<string, Firestore>();
  const open = (uid: string) => {
    if (uid === 'anonymous') return project.unauthenticatedContext();
    const claims = uid === 'finance' || uid === 'admin' ? { role: uid } : {};
    return project.authenticatedContext(uid, { email: emailOf(uid), ...claims });
  };
  return (uid) => {
    // As in `asServer`.
    const firestore = opened.get(uid) ?? (open(uid).firestore() as unknown as Firestore);
    opened.set(uid, firestore);
    return firestore;
  };
}

/** The query as the web SDK makes it. */
export function queryOf(
  firestore: Firestore,
  shape: Pick<QueryShape, 'collection' | 'where' | 'orderBy'>,
  ...more: QueryConstraint[]
): Query {
  return query(
    collection(firestore, shape.collection),
    ...shape.where.map((filter) => where(filter.field, filter.op, filter.value)),
    ...(shape.orderBy ? [orderBy(shape.orderBy.field, shape.orderBy.direction)] : []),
    ...more,
  );
}

/** Whether the rules allow it; any failure but a refusal is thrown, so that no typing error passes as one. */
export async function isAllowed(attempt: Promise<unknown>): Promise<boolean> {
  try {
    await attempt;
    return true;
  } catch (error) {
    if (error instanceof FirebaseError && error.code === 'permission-denied') return false;
    throw error;
  }
}

/** Writes in one unary call. The SDK's own writes share a stream, which a refusal closes and which reopens slowly. */
export function write(firestore: Firestore, work: (transaction: Transaction) => unknown): Promise<void> {
  return runTransaction(firestore, (transaction) => {
    work(transaction);
    return Promise.resolve();
  });
}

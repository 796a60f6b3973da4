import { isDeepStrictEqual } from 'node:util';
import type { DocumentData, Firestore, Query } from 'firebase-admin/firestore';
import type { Write } from '../core/decision';
import { fromFirestore } from '../platform/firestore';

/** Documents by path, times as Dates: what a project holds, or what a rule's writes make of it. */
export type Documents = ReadonlyMap<string, DocumentData>;

/** The collections that lie under documents, as in `schema/paths.ts`. */
const SUBCOLLECTIONS = ['dunningAttempts', 'entries', 'private'];

/** Everything in a project, subcollections included, in the order of the paths. */
export async function dump(db: Firestore): Promise<Documents> {
  const collections: Query[] = await db.listCollections();
  const queries = [...collections, ...SUBCOLLECTIONS.map((id) => db.collectionGroup(id))];
  const found = await Promise.all(
    queries.map(async (query) =>
      (await query.get()).docs.map((doc) => [doc.ref.path, fromFirestore(doc.data())] as const),
    ),
  );
  return new Map(found.flat().sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The documents that are new or not as they were, whole. */
export function changes(before: Documents, after: Documents): Record<string, DocumentData> {
  return Object.fromEntries([...after].filter(([path, data]) => !isDeepStrictEqual(data, before.get(path))));
}

/**
 * Applies a rule's writes in memory as Firestore would commit them.
 * @throws Error when a created document exists or an updated one does not.
 */
export function applyWrites(documents: Documents, writes: readonly Write[], now: Date): Documents {
  const result = new Map(documents);
  for (const { op, path, fields } of writes) {
    const existing = result.get(path);
    if (op === 'create' && existing !== undefined) throw new Error(`${path} exists already`);
    if (op === 'update' && existing === undefined) throw new Error(`${path} does not exist`);
    result.set(path, { createdAt: now, ...existing, ...fields, updatedAt: now });
  }
  return result;
}

/** The documents of a collection with their ids; `pattern` is a path whose `*` stands for an id. */
export function inCollection<T>(documents: Documents, pattern: string): (T & { id: string })[] {
  const matcher = new RegExp(`^${pattern.replaceAll('*', '([^/]+)')}$`);
  // Most paths are elsewhere, and the fuzz asks a million times.
  const beginning = pattern.slice(0, pattern.indexOf('*'));
  const found: (T & { id: string })[] = [];
  for (const [path, data] of documents) {
    const id = path.startsWith(beginning) ? matcher.exec(path)?.at(-1) : undefined;
    if (id !== undefined) found.push({ ...(data as T), id });
  }
  return found;
}

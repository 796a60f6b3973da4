import type { DocumentData, Firestore } from 'firebase-admin/firestore';
import { Timestamp } from 'firebase-admin/firestore';
import type { Documents } from '../documents';
import { memoryQuery } from './memory-query';
import type { NewStorage } from './world';

const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;

interface Reference {
  readonly path: string;
}

type Change =
  | { readonly op: 'create' | 'update'; readonly path: string; readonly fields: DocumentData }
  | { readonly op: 'delete'; readonly path: string };

/**
 * As much of Firestore as the runner of every change uses (`platform/transact.ts`): documents by path, transactions
 * that commit all or nothing and refuse what exists already or does not exist; and as much of its queries as sweeps and
 * the import of statements ask (`memory-query.ts`). No two callers want the same document at once, so nothing ever
 * contends; what contends is tried against the emulator.
 */
export interface MemoryFirestore {
  /** To be handed to the functions. */
  readonly db: Firestore;
  /** Everything that is stored now, times as Dates. */
  documents(): Documents;
  /** Puts documents there without asking anybody. */
  store(documents: Iterable<readonly [string, DocumentData]>): void;
}

export function memoryFirestore(): MemoryFirestore {
  let stored = new Map<string, DocumentData>();
  /** The same in the order of the paths, until the next change. */
  let sorted: Documents | null = null;

  const transaction = () => {
    const changes: Change[] = [];
    return {
      changes,
      getAll: (...references: Reference[]) =>
        Promise.resolve(
          references.map(({ path }) => {
            const data = stored.get(path);
            return { data: () => (data === undefined ? undefined : withTimestamps(data)) };
          }),
        ),
      create: ({ path }: Reference, fields: DocumentData) => changes.push({ op: 'create', path, fields }),
      update: ({ path }: Reference, fields: DocumentData) => changes.push({ op: 'update', path, fields }),
      delete: ({ path }: Reference) => changes.push({ op: 'delete', path }),
    };
  };

  const commit = (changes: readonly Change[]) => {
    const next = new Map(stored);
    for (const change of changes) {
      const { op, path } = change;
      const existing = next.get(path);
      if (op === 'delete') {
        next.delete(path);
        continue;
      }
      if (op === 'create' && existing !== undefined) throw failure(ALREADY_EXISTS, path);
      if (op === 'update' && existing === undefined) throw failure(NOT_FOUND, path);
      next.set(path, { ...existing, ...change.fields });
    }
    stored = next;
    sorted = null;
  };

  const db = {
    doc: (path: string): Reference => ({ path }),
    collection: (name: string) => memoryQuery(() => stored, name, withTimestamps),
    runTransaction: async <T>(run: (transaction: unknown) => Promise<T>): Promise<T> => {
      const one = transaction();
      const result = await run(one);
      commit(one.changes);
      return result;
    },
  };

  return {
    // The functions see a whole Firestore and use this much of it.
    db: db as unknown as Firestore,
    documents: () => {
      sorted ??= new Map([...stored].sort(([a], [b]) => (a < b ? -1 : 1)));
      return sorted;
    },
    store: (documents) => {
      for (const [path, data] of documents) stored.set(path, data);
      sorted = null;
    },
  };
}

/** A storage in memory. */
export const inMemory: NewStorage = () => {
  const memory = memoryFirestore();
  return Promise.resolve({
    db: memory.db,
    documents: () => Promise.resolve(memory.documents()),
    store: (documents) => {
      memory.store(documents);
      return Promise.resolve();
    },
  });
};

function failure(code: number, path: string): Error {
  return Object.assign(new Error(`${code} ${path}`), { code });
}

/** Firestore hands times back as Timestamps. */
function withTimestamps(value: DocumentData): DocumentData {
  return convert(value) as DocumentData;
}

function convert(value: unknown): unknown {
  if (value instanceof Date) return Timestamp.fromDate(value);
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, convert(inner)]));
  }
  return value;
}

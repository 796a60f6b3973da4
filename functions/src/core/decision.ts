import type { DocumentPath } from '../schema/paths';

/** What a rule knows of a document: the runner adds `createdAt` and `updatedAt`. */
export type Fields<T> = Omit<T, 'createdAt' | 'updatedAt'>;

export type Write =
  /** Fails when the document exists. */
  | { readonly op: 'create'; readonly path: string; readonly fields: object }
  /** Changes the named fields; fails when the document does not exist. */
  | { readonly op: 'update'; readonly path: string; readonly fields: object };

/** What a rule decided: the documents to write, all or none, and what to answer. */
export interface Decision<Result> {
  readonly writes: readonly Write[];
  readonly result: Result;
}

export function create<T>(path: DocumentPath<T>, fields: Fields<T>): Write {
  return { op: 'create', path, fields };
}

export function update<T>(path: DocumentPath<T>, fields: Partial<Fields<T>>): Write {
  return { op: 'update', path, fields };
}

/** The same writes with one for each document: several to one document, in their order, make a single one. */
export function mergedWrites(writes: readonly Write[]): Write[] {
  const merged = new Map<string, Write>();
  for (const write of writes) {
    const earlier = merged.get(write.path);
    if (earlier !== undefined && write.op === 'create') {
      throw new Error(`${write.path} is created after it was written in the same decision`);
    }
    const { op, path } = earlier ?? write;
    merged.set(path, { op, path, fields: { ...earlier?.fields, ...write.fields } });
  }
  return [...merged.values()];
}

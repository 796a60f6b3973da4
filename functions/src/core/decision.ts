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

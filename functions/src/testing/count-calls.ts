import type { Firestore } from 'firebase-admin/firestore';

/** One request to Firestore. A stream of answers, such as a read of several documents, is one request. */
export interface FirestoreCall {
  /** The RPC's name: `batchGetDocuments`, `commit`, `runQuery`, `rollback` … */
  readonly method: string;
  /** How many documents it names to be read or written; 0 for a query, which names none. */
  readonly documents: number;
}

/** The two funnels of the client library that all of its requests pass; they are not part of its typed surface. */
interface Funnels {
  request: (method: string, body: unknown, ...rest: unknown[]) => Promise<unknown>;
  requestStream: (
    method: string,
    isBidirectional: boolean,
    body: unknown,
    ...rest: unknown[]
  ) => Promise<unknown>;
}

/**
 * Everything that `db` asks of Firestore while `work` runs, in that order: the cost of an operation as a fact, for
 * tests and benchmarks alike. Repeats of a transaction are listed again; repeats inside gRPC are not seen.
 */
export async function countCalls(db: Firestore, work: () => Promise<unknown>): Promise<FirestoreCall[]> {
  const funnels = db as unknown as Funnels;
  const { request, requestStream } = funnels;
  const calls: FirestoreCall[] = [];
  const note = (method: string, body: unknown) => {
    calls.push({ method, documents: documentsIn(body) });
  };
  funnels.request = (method, body, ...rest) => {
    note(method, body);
    return request.call(db, method, body, ...rest);
  };
  funnels.requestStream = (method, isBidirectional, body, ...rest) => {
    note(method, body);
    return requestStream.call(db, method, isBidirectional, body, ...rest);
  };
  try {
    await work();
  } finally {
    Object.assign(funnels, { request, requestStream });
  }
  return calls;
}

function documentsIn(body: unknown): number {
  const { documents, writes } = body as { documents?: unknown[] | null; writes?: unknown[] | null };
  return documents?.length ?? writes?.length ?? 0;
}

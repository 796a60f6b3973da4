import type { EventEmitter } from 'node:events';
import type { Firestore } from 'firebase-admin/firestore';

/** One request to Firestore. A stream of answers, such as a read of several documents, is one request. */
export interface FirestoreCall {
  /** The RPC's name: `batchGetDocuments`, `commit`, `runQuery`, `rollback` … */
  readonly method: string;
  /** How many documents it names to be read or written; 0 for a query, which names none. */
  readonly documents: number;
  /**
   * Document reads as Firestore bills them: one for each document asked for by name, found or not; one for each
   * result of a query, and one for a query without a result; one for each thousand index entries that an aggregation
   * counts up, taken here as one.
   */
  readonly reads: number;
  readonly writes: number;
  readonly deletes: number;
}

/** What several requests cost together. */
export interface Cost extends Pick<FirestoreCall, 'reads' | 'writes' | 'deletes'> {
  /** Requests that read, and requests that commit: the round trips. */
  readonly readCalls: number;
  readonly commits: number;
}

/** The two funnels of the client library that all of its requests pass; they are not part of its typed surface. */
interface Funnels {
  request: (method: string, body: unknown, ...rest: unknown[]) => Promise<unknown>;
  requestStream: (
    method: string,
    isBidirectional: boolean,
    body: unknown,
    ...rest: unknown[]
  ) => Promise<EventEmitter>;
}

/**
 * Everything that `db` asks of Firestore while `work` runs, in that order: the cost of an operation as a fact, for
 * tests and benchmarks alike. Repeats of a transaction are listed again; repeats inside gRPC are not seen.
 */
export async function countCalls(db: Firestore, work: () => Promise<unknown>): Promise<FirestoreCall[]> {
  const calls: FirestoreCall[] = [];
  const stop = watchCalls(db, (call) => calls.push(call));
  try {
    await work();
  } finally {
    stop();
  }
  return calls;
}

/**
 * Tells of every request of `db` when it is made, in the context of its caller; its answers are counted into the same
 * object as they come.
 * @returns Ends the watch.
 */
export function watchCalls(db: Firestore, onCall: (call: FirestoreCall) => void): () => void {
  // The client's inner methods through which every call passes; its types do not show them.
  const funnels = db as unknown as Funnels;
  const { request, requestStream } = funnels;
  const note = (method: string, body: unknown): Noted => {
    const call = { method, documents: documentsIn(body), reads: 0, ...writesIn(body) };
    onCall(call);
    return call;
  };
  funnels.request = async (method, body, ...rest) => {
    const call = note(method, body);
    try {
      return await request.call(db, method, body, ...rest);
    } catch (error) {
      // What was not committed is not billed.
      Object.assign(call, { writes: 0, deletes: 0 });
      throw error;
    }
  };
  funnels.requestStream = async (method, isBidirectional, body, ...rest) => {
    const call = note(method, body);
    if (QUERIES.has(method)) call.reads = 1;
    const stream = await requestStream.call(db, method, isBidirectional, body, ...rest);
    countAnswers(stream, call);
    return stream;
  };
  return () => {
    Object.assign(funnels, { request, requestStream });
  };
}

/** What counted calls cost together; what a client does besides, such as rolling back, costs nothing. */
export function costOf(calls: readonly FirestoreCall[]): Cost {
  const sum = (of: (call: FirestoreCall) => number) => calls.reduce((total, call) => total + of(call), 0);
  return {
    reads: sum(({ reads }) => reads),
    writes: sum(({ writes }) => writes),
    deletes: sum(({ deletes }) => deletes),
    readCalls: sum(({ reads }) => (reads > 0 ? 1 : 0)),
    commits: sum(({ method }) => (WRITING.has(method) ? 1 : 0)),
  };
}

type Noted = { -readonly [Field in keyof FirestoreCall]: FirestoreCall[Field] };

const QUERIES = new Set(['runQuery', 'runAggregationQuery']);
const WRITING = new Set(['commit', 'batchWrite']);

function documentsIn(body: unknown): number {
  const { documents, writes } = body as { documents?: unknown[] | null; writes?: unknown[] | null };
  return documents?.length ?? writes?.length ?? 0;
}

function writesIn(body: unknown): { writes: number; deletes: number } {
  const { writes } = body as { writes?: { delete?: string | null }[] | null };
  const all = writes ?? [];
  const deletes = all.filter((write) => typeof write.delete === 'string').length;
  return { writes: all.length - deletes, deletes };
}

/** Counts the documents among a stream's answers as they pass; to listen for them would start the stream too early. */
function countAnswers(stream: EventEmitter, call: Noted): void {
  const emit = stream.emit.bind(stream);
  let documents = 0;
  stream.emit = (event: string | symbol, ...args: unknown[]) => {
    if (event === 'data' && isDocument(args[0])) {
      documents += 1;
      call.reads = Math.max(call.reads, documents);
    }
    return emit(event, ...args);
  };
}

/** An answer of `batchGetDocuments`, found or missing, or of `runQuery`, whose first and last may hold no document. */
function isDocument(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return false;
  return ['found', 'missing', 'document'].some((field) => {
    const value: unknown = Reflect.get(answer, field);
    return value !== undefined && value !== null && value !== '';
  });
}

import type { Firestore, Transaction } from 'firebase-admin/firestore';
import type { Decision, Write } from '../core/decision';
import { mergedWrites } from '../core/decision';
import type { DocumentPath } from '../schema/paths';
import { fromFirestore } from './firestore';

/** Documents asked for by name: one, several, or none. */
type Ask = Record<string, DocumentPath<unknown> | readonly DocumentPath<unknown>[] | null>;

type Found<A extends Ask> = {
  -readonly [Name in keyof A]: A[Name] extends readonly DocumentPath<infer T>[]
    ? (T | null)[]
    : A[Name] extends DocumentPath<infer T> | null
      ? T | null
      : never;
};

/** Reads documents in one round trip; a missing one is null. */
export type Get = <A extends Ask>(ask: A) => Promise<Found<A>>;

/**
 * How often a transaction is tried that others were quicker than: as often as the client allows. Its default of 5
 * is too few when several instances issue invoices at once, for whom there is one counter.
 */
const MAX_ATTEMPTS = 10;

/** How often a transaction that was closed under us is begun again. */
const MAX_CLOSED = 3;

/**
 * The runner of every change of state: reads what the command names, lets a pure rule decide, commits all writes
 * or none. Called again from the start when another transaction was quicker, so `decide` must do nothing
 * but decide.
 */
export async function transact<Result>(
  db: Firestore,
  now: Date,
  decide: (get: Get) => Promise<Decision<Result>>,
): Promise<Result> {
  for (let closed = 0; ; closed += 1) {
    try {
      return await db.runTransaction(
        async (transaction) => {
          const { writes, result } = await decide(reader(db, transaction));
          for (const write of mergedWrites(writes)) apply(db, transaction, write, now);
          return result;
        },
        { maxAttempts: MAX_ATTEMPTS },
      );
    } catch (error) {
      if (!wasClosed(error) || closed === MAX_CLOSED) throw error;
    }
  }
}

/**
 * As `transact`, for news that we asked for while a callback may bring the same. Where that one was quicker, documents
 * of the same effects exist already (a credit note, a journal entry), which the database tells as a failed `create` and
 * not as a conflict, so that its client does not try again. It is decided anew, once, on what is stored now; the state
 * machine then finds that nothing is left to do.
 *
 * It is a runner of its own and not part of `transact`, since a failed `create` means something else to everybody else:
 * to a callback that it was delivered before (`applyGatewayEvent`), to a command that an id was used twice, which is an
 * error to be seen. Where it fails again no callback was quicker, and it is thrown.
 */
export async function transactBesideCallbacks<Result>(
  db: Firestore,
  now: Date,
  decide: (get: Get) => Promise<Decision<Result>>,
): Promise<Result> {
  try {
    return await transact(db, now, decide);
  } catch (error) {
    if (!isAlreadyExists(error)) throw error;
    return transact(db, now, decide);
  }
}

function reader(db: Firestore, transaction: Transaction): Get {
  return async <A extends Ask>(ask: A) => {
    const names = Object.keys(ask);
    const references = names.flatMap((name) => listOf(ask[name]).map((path) => db.doc(path)));
    // A round trip for nothing is none; the client refuses it.
    const snapshots = references.length === 0 ? [] : await transaction.getAll(...references);
    const documents = snapshots.map((snapshot) => {
      const data = snapshot.data();
      return data === undefined ? null : fromFirestore(data);
    });
    const found = names.map((name) => {
      const asked = ask[name];
      const answers = documents.splice(0, listOf(asked).length);
      return [name, Array.isArray(asked) ? answers : (answers[0] ?? null)];
    });
    return Object.fromEntries(found) as Found<A>;
  };
}

function listOf(asked: Ask[string] | undefined): readonly string[] {
  if (asked === null || asked === undefined) return [];
  return typeof asked === 'string' ? [asked] : asked;
}

function apply(db: Firestore, transaction: Transaction, { op, path, fields }: Write, now: Date): void {
  const reference = db.doc(path);
  switch (op) {
    case 'create':
      transaction.create(reference, { ...fields, createdAt: now, updatedAt: now });
      break;
    case 'update':
      transaction.update(reference, { ...fields, updatedAt: now });
      break;
  }
}

const INVALID_ARGUMENT = 3;

/**
 * Whether the database had closed the transaction before it could commit, having waited too long for another. The
 * client tries again by itself where Firestore says "transaction has expired"; its emulator has other words for it.
 */
function wasClosed(error: unknown): boolean {
  return codeOf(error) === INVALID_ARGUMENT && /transaction is invalid or closed/i.test(String(error));
}

const ALREADY_EXISTS = 6;

/** Whether a commit failed because a document that it creates was there already. */
export function isAlreadyExists(error: unknown): boolean {
  return codeOf(error) === ALREADY_EXISTS;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

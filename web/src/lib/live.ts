import { FirebaseError } from 'firebase/app';
import { onSnapshot } from 'firebase/firestore';
import type { DocumentReference, Query, QuerySnapshot } from 'firebase/firestore';
import { useEffect, useState } from 'react';

/** What a screen knows of something that it listens to. */
export type Live<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly data: T }
  | { readonly status: 'failed'; readonly problem: LiveProblem; readonly retry: () => void };

export type LiveProblem = 'DENIED' | 'OFFLINE' | 'FAILED';

export interface Observer<T> {
  readonly next: (data: T) => void;
  readonly fail: (problem: LiveProblem) => void;
}

/** Begins to listen and answers how to stop. */
export type Listen<T> = (observer: Observer<T>) => () => void;

const LOADING = { status: 'loading' } as const;

/**
 * Listens while the component is on the page. Give it a stable function (`useMemo`, `useCallback`): another
 * function is another subject, and starts again from loading. Null listens to nothing.
 */
export function useLive<T>(listen: Listen<T> | null): Live<T> {
  const [attempt, setAttempt] = useState(0);
  const [seen, setSeen] = useState<{ listen: Listen<T>; attempt: number; live: Live<T> } | null>(null);

  useEffect(() => {
    if (listen === null) return undefined;
    const show = (live: Live<T>) => {
      setSeen({ listen, attempt, live });
    };
    const retry = () => {
      setAttempt(attempt + 1);
    };
    return listen({
      next: (data) => {
        show({ status: 'ready', data });
      },
      fail: (problem) => {
        show({ status: 'failed', problem, retry });
      },
    });
  }, [listen, attempt]);

  return seen !== null && seen.listen === listen && seen.attempt === attempt ? seen.live : LOADING;
}

/** The document, or null when there is none. */
export function listenToDocument<T>(reference: DocumentReference<T>): Listen<T | null> {
  return ({ next, fail }) => {
    const silence = waitForServer(fail);
    const stop = onSnapshot(
      reference,
      WITH_METADATA,
      (snapshot) => {
        if (!snapshot.exists() && snapshot.metadata.fromCache) return;
        silence.end();
        next(snapshot.data() ?? null);
      },
      (error) => {
        silence.end();
        fail(problemOf(error));
      },
    );
    return () => {
      silence.end();
      stop();
    };
  };
}

/** Each document by itself, for what may be got but not listed; those that there are, in the same order. */
export function listenToDocuments<T>(references: readonly DocumentReference<T>[]): Listen<readonly T[]> {
  return ({ next, fail }) => {
    const found = new Map<string, T | null>();
    const publish = () => {
      if (found.size === references.length) next(references.flatMap(({ path }) => found.get(path) ?? []));
    };
    const stops = references.map((reference) =>
      listenToDocument(reference)({
        next: (data) => {
          found.set(reference.path, data);
          publish();
        },
        fail,
      }),
    );
    publish();
    return () => {
      stops.forEach((stop) => {
        stop();
      });
    };
  };
}

/** The documents of a query, which must have a limit: the security rules refuse a list without one. */
export function listenToQuery<T>(query: Query<T>): Listen<T[]> {
  return ({ next, fail }) => {
    const silence = waitForServer(fail);
    const stop = onSnapshot(
      query,
      WITH_METADATA,
      (snapshot) => {
        if (isUnknown(snapshot)) return;
        silence.end();
        next(snapshot.docs.map((document) => document.data()));
      },
      (error) => {
        silence.end();
        fail(problemOf(error));
      },
    );
    return () => {
      silence.end();
      stop();
    };
  };
}

/** So that "none, says the cache" is followed by "none, says the server". */
export const WITH_METADATA = { includeMetadataChanges: true };

/** An empty list out of the cache is not "none": the server has not been asked yet. */
export function isUnknown<T>(snapshot: QuerySnapshot<T>): boolean {
  return snapshot.empty && snapshot.metadata.fromCache;
}

const LONGEST_SILENCE_MS = 15_000;

/** Fails as offline unless ended: the SDK itself waits for a server for ever. */
export function waitForServer(fail: Observer<never>['fail']): { end: () => void } {
  const timer = setTimeout(() => {
    fail('OFFLINE');
  }, LONGEST_SILENCE_MS);
  return {
    end: () => {
      clearTimeout(timer);
    },
  };
}

export function problemOf(error: unknown): LiveProblem {
  // Firestore's own error class gives its instances the prototype of FirebaseError.
  if (!(error instanceof FirebaseError)) return 'FAILED';
  if (error.code === 'permission-denied' || error.code === 'unauthenticated') return 'DENIED';
  return error.code === 'unavailable' ? 'OFFLINE' : 'FAILED';
}

import { limit, onSnapshot, query, startAfter } from 'firebase/firestore';
import type { Query, QueryDocumentSnapshot } from 'firebase/firestore';
import { isUnknown, problemOf, waitForServer, WITH_METADATA } from './live';
import type { Observer } from './live';

export interface Pages<T> {
  readonly rows: readonly T[];
  /** Reads the page after these; null when there is none. */
  readonly loadMore: (() => void) | null;
  readonly isLoadingMore: boolean;
}

interface Page<T> {
  readonly after: QueryDocumentSnapshot<T> | null;
  documents: readonly QueryDocumentSnapshot<T>[] | null;
  stop: () => void;
}

/**
 * Listens to an ordered query page by page. Every page begins after the last document of the one before it; when
 * a new document pushes that last one down, the following page moves along, so that no row falls between two.
 */
export function listenToPages<T>(ordered: Query<T>, pageSize: number) {
  return ({ next, fail }: Observer<Pages<T>>): (() => void) => {
    const pages: Page<T>[] = [];
    const silence = waitForServer(fail);

    const listenFrom = (index: number, after: Page<T>['after']) => {
      const page: Page<T> = { after, documents: pages[index]?.documents ?? null, stop: () => undefined };
      pages[index]?.stop();
      pages[index] = page;
      const start = after === null ? [] : [startAfter(after)];
      page.stop = onSnapshot(
        query(ordered, ...start, limit(pageSize)),
        WITH_METADATA,
        (snapshot) => {
          if (isUnknown(snapshot)) return;
          silence.end();
          page.documents = snapshot.docs;
          const last = page.documents.at(-1) ?? null;
          const following = pages[index + 1];
          if (following !== undefined && last === null) {
            pages.splice(index + 1).forEach(({ stop }) => {
              stop();
            });
          } else if (following !== undefined && following.after?.id !== last?.id) {
            listenFrom(index + 1, last);
          }
          publish();
        },
        (error) => {
          silence.end();
          fail(problemOf(error));
        },
      );
    };

    const publish = () => {
      const last = pages.at(-1);
      const isLoadingMore = last?.documents === null;
      const isFull = last?.documents?.length === pageSize;
      const end = last?.documents?.at(-1);
      next({
        rows: pages.flatMap(({ documents }) => (documents ?? []).map((document) => document.data())),
        isLoadingMore,
        loadMore:
          isFull && end !== undefined
            ? () => {
                listenFrom(pages.length, end);
                publish();
              }
            : null,
      });
    };

    listenFrom(0, null);
    return () => {
      silence.end();
      pages.forEach(({ stop }) => {
        stop();
      });
    };
  };
}

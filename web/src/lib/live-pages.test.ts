import type { Query } from 'firebase/firestore';
import { listenToPages } from './live-pages';
import type { Pages } from './live-pages';

interface Row {
  readonly id: string;
}

/** A query in this test is the list of its constraints; a listener is kept to be fed by hand. */
interface Constraint {
  readonly after?: Row;
  readonly limit?: number;
}
interface FakeListener {
  readonly constraints: readonly Constraint[];
  readonly feed: (rows: readonly string[], fromCache?: boolean) => void;
  isOpen: boolean;
}

const listeners: FakeListener[] = [];

jest.mock('firebase/firestore', () => ({
  query: (base: readonly Constraint[], ...more: Constraint[]) => [...base, ...more],
  limit: (count: number) => ({ limit: count }),
  startAfter: (row: Row) => ({ after: row }),
  FirestoreError: Error,
  onSnapshot: (constraints: readonly Constraint[], _options: object, next: (snapshot: unknown) => void) => {
    const listener: FakeListener = {
      constraints,
      isOpen: true,
      feed: (ids, fromCache = false) => {
        const docs = ids.map((id) => ({ id, data: () => ({ id }) }));
        next({ docs, empty: docs.length === 0, metadata: { fromCache } });
      },
    };
    listeners.push(listener);
    return () => {
      listener.isOpen = false;
    };
  },
}));

function begin(pageSize = 2) {
  listeners.length = 0;
  const shown: Pages<Row>[] = [];
  const problems: string[] = [];
  // Only handed on by what is tested, never asked.
  const ordered = [] as unknown as Query<Row>;
  const stop = listenToPages(
    ordered,
    pageSize,
  )({
    next: (pages) => {
      shown.push(pages);
    },
    fail: (problem) => {
      problems.push(problem);
    },
  });
  const latest = () => {
    const pages = shown.at(-1);
    if (pages === undefined) throw new Error('nothing shown yet');
    return { ids: pages.rows.map(({ id }) => id), ...pages };
  };
  const listener = (index: number) => {
    const found = listeners[index];
    if (found === undefined) throw new Error(`no listener ${index}`);
    return found;
  };
  return { latest, listener, stop, problems, shown };
}

it('offers more only after a full page', () => {
  const { latest, listener, stop } = begin();
  listener(0).feed(['c']);
  expect(latest()).toMatchObject({ ids: ['c'], loadMore: null });
  listener(0).feed(['d', 'c']);
  expect(latest().loadMore).not.toBeNull();
  stop();
});

it('begins the next page after the last row, with a limit', () => {
  const { latest, listener, stop } = begin();
  listener(0).feed(['d', 'c']);
  latest().loadMore?.();
  expect(latest()).toMatchObject({ ids: ['d', 'c'], isLoadingMore: true });
  expect(listener(1).constraints).toEqual([
    { after: expect.objectContaining({ id: 'c' }) as unknown },
    { limit: 2 },
  ]);
  listener(1).feed(['b']);
  expect(latest()).toMatchObject({ ids: ['d', 'c', 'b'], isLoadingMore: false, loadMore: null });
  stop();
});

it('loses no row when a new one pushes the last one off the first page', () => {
  const { latest, listener, stop } = begin();
  listener(0).feed(['d', 'c']);
  latest().loadMore?.();
  listener(1).feed(['b', 'a']);
  listener(0).feed(['e', 'd']);
  expect(listener(1).isOpen).toBe(false);
  listener(2).feed(['c', 'b']);
  expect(latest().ids).toEqual(['e', 'd', 'c', 'b']);
  stop();
});

it('does not take an empty cache for an empty list', () => {
  const { listener, stop, shown } = begin();
  listener(0).feed([], true);
  expect(shown).toEqual([]);
  listener(0).feed([]);
  expect(shown).toHaveLength(1);
  stop();
});

it('closes every page', () => {
  const { latest, listener, stop } = begin();
  listener(0).feed(['d', 'c']);
  latest().loadMore?.();
  stop();
  expect(listeners.map(({ isOpen }) => isOpen)).toEqual([false, false]);
});

it('says that it is offline when the server stays silent', () => {
  jest.useFakeTimers();
  const { problems, stop } = begin();
  jest.runAllTimers();
  expect(problems).toEqual(['OFFLINE']);
  stop();
  jest.useRealTimers();
});

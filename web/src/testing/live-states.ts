import type { Live } from '../lib/live';
import type { Pages } from '../lib/live-pages';

/** What a list's listener has heard, in each of its states. */
export const live = {
  loading: { status: 'loading' } as const,
  failed: (retry: () => void = () => undefined) => ({ status: 'failed', problem: 'FAILED', retry }) as const,
  rows: <T>(...rows: T[]): Live<Pages<T>> => ({
    status: 'ready',
    data: { rows, loadMore: null, isLoadingMore: false },
  }),
  more: <T>(loadMore: () => void, ...rows: T[]): Live<Pages<T>> => ({
    status: 'ready',
    data: { rows, loadMore, isLoadingMore: false },
  }),
};

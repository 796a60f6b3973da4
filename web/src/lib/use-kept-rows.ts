import { useState } from 'react';
import type { Live } from './live';
import type { Pages } from './live-pages';

interface KeptRows<T> {
  readonly rows: Live<Pages<T>>;
  /** They answer the question before; the answer to this one is on its way. */
  readonly areOld: boolean;
}

/**
 * Keeps a list's rows on the page while another filter or order of the same subject is on its way, so that nothing
 * jumps and the focus stays where it is. Another subject, such as another account, begins with nothing.
 */
export function useKeptRows<T>(asked: Live<Pages<T>>, subject: string | null): KeptRows<T> {
  const [kept, setKept] = useState<{ subject: string | null; asked: Live<Pages<T>> } | null>(null);
  if (asked.status !== 'loading' && (kept?.asked !== asked || kept.subject !== subject)) {
    setKept({ subject, asked });
  }
  if (asked.status !== 'loading' || kept?.subject !== subject || kept.asked.status !== 'ready') {
    return { rows: asked, areOld: false };
  }
  const { rows } = kept.asked.data;
  // "Nothing" may be wrong by now; rows are still invoices of this subject.
  if (rows.length === 0) return { rows: asked, areOld: false };
  return { rows: { status: 'ready', data: { rows, loadMore: null, isLoadingMore: false } }, areOld: true };
}

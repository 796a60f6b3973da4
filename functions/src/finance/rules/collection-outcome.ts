import type { Invoice } from '../../schema/invoice';

/**
 * How an invoice was collected. ON_TIME: nothing failed and nobody had to be reminded. RECOVERED: paid while the dunning
 * went on; AFTER_SUSPENSION: paid when the service stood still already. OPEN: not paid yet, and the dunning goes on.
 * LOST: not paid, and the service was suspended or the invoice taken back.
 */
export type CollectionOutcome = 'ON_TIME' | 'RECOVERED' | 'AFTER_SUSPENSION' | 'OPEN' | 'LOST' | 'WITHDRAWN';

export interface Collected {
  readonly outcome: CollectionOutcome;
  /** Whole days from the first failure or reminder to the payment; null unless there were both. */
  readonly days: number | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * @param dunned When a payment first failed or its customer was first reminded, and when the service was suspended for
 *   it; null for what did not happen.
 */
export function collectionOutcome(
  { status, paidAt }: Pick<Invoice, 'status' | 'paidAt'>,
  dunned: { readonly failedAt: Date | null; readonly suspendedAt: Date | null },
): Collected {
  const { failedAt, suspendedAt } = dunned;
  const isPaid = status === 'PAID' && paidAt !== null;
  if (failedAt === null) {
    const untouched = status === 'CANCELLED' ? 'WITHDRAWN' : 'OPEN';
    return { outcome: isPaid ? 'ON_TIME' : untouched, days: null };
  }
  if (isPaid) {
    const days = Math.max(0, Math.floor((paidAt.getTime() - failedAt.getTime()) / DAY_MS));
    const isLate = suspendedAt !== null && suspendedAt <= paidAt;
    return { outcome: isLate ? 'AFTER_SUSPENSION' : 'RECOVERED', days };
  }
  const isGivenUp = status === 'CANCELLED' || suspendedAt !== null;
  return { outcome: isGivenUp ? 'LOST' : 'OPEN', days: null };
}

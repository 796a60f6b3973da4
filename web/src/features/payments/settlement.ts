import type { Payment } from '@hyble/billing-functions/src/schema/payment';

export type Settlement = 'confirming' | 'still' | 'awaited' | 'paid' | 'failed' | 'refunded';

/** After this long without news, the page says that it takes longer than usual. */
export const PATIENCE_MS = 30_000;

/**
 * What became of a payment, from its document alone: the address that a gateway sends the customer back to
 * proves nothing. A PENDING payment is still being confirmed even when an earlier try on the gateway's page
 * failed, as a later try may have succeeded. A bank transfer takes days, which is nothing unusual.
 */
export function settlementOf(
  { status, checkout }: Pick<Payment, 'status' | 'checkout'>,
  waitedMs: number,
): Settlement {
  switch (status) {
    case 'PENDING':
      if (checkout?.method === 'bankTransfer') return 'awaited';
      return waitedMs < PATIENCE_MS ? 'confirming' : 'still';
    case 'PROCESSING':
      return waitedMs < PATIENCE_MS ? 'confirming' : 'still';
    case 'SUCCEEDED':
      return 'paid';
    case 'FAILED':
      return 'failed';
    case 'REFUNDED':
      return 'refunded';
  }
}

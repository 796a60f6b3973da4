import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import type { CheckoutSession, Payment } from '@hyble/billing-functions/src/schema/payment';
import type { Stored } from '../../lib/documents';
import { isPayable } from '../../lib/invoice-state';

/** What a customer can do about an invoice's payment now. */
export type PayState =
  | { readonly kind: 'settled' }
  /** Money may be on its way; a second payment must not begin. */
  | { readonly kind: 'processing' }
  /** An attempt was begun and not finished; its page still works. */
  | { readonly kind: 'open'; readonly payment: Stored<Payment>; readonly checkout: CheckoutSession }
  | { readonly kind: 'ready' };

/** The invoice decides; its payments only say what is under way. `payments` are newest first. */
export function payState(
  invoice: Pick<Invoice, 'status' | 'amountDue' | 'processingPaymentIds'>,
  payments: readonly Stored<Payment>[],
  now: Date,
): PayState {
  if (!isPayable(invoice)) return { kind: 'settled' };
  const isProcessing =
    invoice.processingPaymentIds.length > 0 || payments.some(({ status }) => status === 'PROCESSING');
  if (isProcessing) return { kind: 'processing' };
  for (const payment of payments) {
    const { status, checkout, amount } = payment;
    const isOpen = status === 'PENDING' && checkout !== null && checkout.expiresAt > now;
    // What is due may have changed since; then the old attempt would pay the wrong amount.
    if (isOpen && amount === invoice.amountDue) return { kind: 'open', payment, checkout };
  }
  return { kind: 'ready' };
}

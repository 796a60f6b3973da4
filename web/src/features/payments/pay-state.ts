import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import type { CheckoutSession, Payment } from '@hyble/billing-functions/src/schema/payment';
import type { Stored } from '../../lib/documents';
import { isPayable } from '../../lib/invoice-state';

/** What a customer can do about paying some invoices now. */
export type PayState =
  | { readonly kind: 'settled' }
  /** Money may be on its way; a second payment must not begin. */
  | { readonly kind: 'processing' }
  /**
   * The customer began an attempt and did not finish it. Without a checkout there is no page left to go on with, but
   * a part of the wallet still waits for it.
   */
  | { readonly kind: 'open'; readonly payment: Stored<Payment>; readonly checkout: CheckoutSession | null }
  /** `colleague` is an open attempt of somebody else's, which only they can finish or give up. */
  | { readonly kind: 'ready'; readonly colleague: Stored<Payment> | null };

type DueInvoice = Pick<Stored<Invoice>, 'id' | 'status' | 'amountDue' | 'processingPaymentIds'>;

/** The invoices decide; their payments only say what is under way. `payments` are newest first. */
export function payState(
  invoices: readonly DueInvoice[],
  payments: readonly Stored<Payment>[],
  { uid, now }: { uid: string; now: Date },
): PayState {
  if (!invoices.some(isPayable)) return { kind: 'settled' };
  const isProcessing =
    invoices.some(({ processingPaymentIds }) => processingPaymentIds.length > 0) ||
    payments.some((payment) => payment.status === 'PROCESSING' || isUnansweredCharge(payment));
  if (isProcessing) return { kind: 'processing' };

  const isAlive = ({ status, checkout }: Payment) =>
    status === 'PENDING' && checkout !== null && checkout.expiresAt > now;
  for (const payment of payments) {
    if (payment.userId !== uid) continue;
    if (isAlive(payment) && isStillOwed(payment, invoices)) {
      return { kind: 'open', payment, checkout: payment.checkout };
    }
    // Its page is gone, or would take the wrong amount; what it holds of the wallet can be had back.
    if (payment.status === 'PENDING' && payment.walletPart?.status === 'HELD') {
      return { kind: 'open', payment, checkout: null };
    }
  }
  const colleague = payments.find((payment) => payment.userId !== uid && isAlive(payment)) ?? null;
  return { kind: 'ready', colleague };
}

/** A charge of a kept card has no page; until its answer is known it may have taken the money. */
function isUnansweredCharge({ status, paymentMethodId, checkout }: Payment): boolean {
  return status === 'PENDING' && paymentMethodId !== null && checkout === null;
}

/** What is due may have become less since the attempt began. Of other invoices that it pays we know nothing. */
function isStillOwed(payment: Payment, invoices: readonly DueInvoice[]): boolean {
  const due = new Map(invoices.map(({ id, amountDue }) => [id, amountDue as number]));
  if (!payment.invoiceIds.every((id) => due.has(id))) return true;
  const owed = payment.invoiceIds.reduce((sum, id) => sum + (due.get(id) ?? 0), 0);
  return payment.amount + (payment.walletPart?.amount ?? 0) <= owed;
}

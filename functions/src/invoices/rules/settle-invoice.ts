import type { Write } from '../../core/decision';
import { update } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import { add, subtract, ZERO } from '../../core/money';
import { invoiceEvent } from '../../notifications/rules/invoice-event';
import type { SubscriptionWithId } from '../../notifications/rules/subscription-event';
import type { Invoice } from '../../schema/invoice';
import { paths } from '../../schema/paths';
import type { Subscription } from '../../schema/subscription';
import { recover } from '../../subscriptions/rules/recover';
import { statusAfterMoney } from './invoice-state';

export interface InvoiceWithId {
  readonly id: string;
  readonly invoice: Invoice;
  /** Read beside the invoice when its id names one; see `subscriptions/rules/subscription-id.ts`. */
  readonly subscription?: Subscription | null | undefined;
}

/**
 * The subscription that an invoice belongs to, or null.
 * @throws Error when it was not read: what is decided of the invoice would then leave it behind.
 */
export function subscriptionOf({ id, invoice, subscription }: InvoiceWithId): SubscriptionWithId | null {
  const { subscriptionId } = invoice;
  if (subscriptionId === null) return null;
  if (!subscription) throw new Error(`invoices/${id}: its subscription was not read`);
  return { ...subscription, id: subscriptionId };
}

/** What an invoice can still take: nothing while it is a draft, nothing once it is paid or cancelled. */
export function amountOwed({ status, amountDue }: Pick<Invoice, 'status' | 'amountDue'>): MinorUnits {
  return status === 'DRAFT' ? ZERO : amountDue;
}

/**
 * Puts a payment's share to an invoice, and ends its "processing" there. Once paid the invoice is announced, and its
 * subscription goes on.
 * `receivedAt` is when the money came, where that is earlier than now.
 */
export function settleInvoice(
  subject: InvoiceWithId,
  share: MinorUnits,
  paymentId: string,
  now: Date,
  receivedAt = now,
): Write[] {
  const { id, invoice } = subject;
  if (share === 0) return endProcessing(subject, paymentId);
  const amountPaid = add(invoice.amountPaid, share);
  const amountDue = subtract(invoice.amountDue, share);
  const status = statusAfterMoney({ status: invoice.status, amountPaid, amountDue });
  const isPaid = status === 'PAID';
  return [
    update(paths.invoice(id), {
      amountPaid,
      amountDue,
      status,
      paidAt: isPaid ? receivedAt : null,
      processingPaymentIds: without(invoice.processingPaymentIds, paymentId),
    }),
    ...(isPaid ? [invoiceEvent('invoice.paid', { ...invoice, id }, now)] : []),
    ...(isPaid ? recoverSubscription(subject, paymentId, now) : []),
  ];
}

function recoverSubscription(subject: InvoiceWithId, paymentId: string, now: Date): Write[] {
  const subscription = subscriptionOf(subject);
  if (subscription === null) return [];
  const { id: invoiceId, invoice } = subject;
  return recover(subscription, { invoiceId, total: invoice.total, paymentId }, now);
}

/** Notes that a payment's money is on its way, so that no second payment is begun meanwhile. */
export function beginProcessing({ id, invoice }: InvoiceWithId, paymentId: string): Write[] {
  const processingPaymentIds = [...without(invoice.processingPaymentIds, paymentId), paymentId];
  return [update(paths.invoice(id), { processingPaymentIds })];
}

/** The payment's money came or will not come; the invoice may be paid otherwise again. */
export function endProcessing({ id, invoice }: InvoiceWithId, paymentId: string): Write[] {
  if (!invoice.processingPaymentIds.includes(paymentId)) return [];
  return [
    update(paths.invoice(id), { processingPaymentIds: without(invoice.processingPaymentIds, paymentId) }),
  ];
}

function without(ids: readonly string[], id: string): string[] {
  return ids.filter((other) => other !== id);
}

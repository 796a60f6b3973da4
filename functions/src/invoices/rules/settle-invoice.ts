import type { Write } from '../../core/decision';
import { update } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import { add, subtract, ZERO } from '../../core/money';
import { invoiceEvent } from '../../notifications/rules/invoice-event';
import type { Invoice } from '../../schema/invoice';
import { paths } from '../../schema/paths';
import { statusAfterMoney } from './invoice-state';

export interface InvoiceWithId {
  readonly id: string;
  readonly invoice: Invoice;
}

/** What an invoice can still take: nothing while it is a draft, nothing once it is paid or cancelled. */
export function amountOwed({ status, amountDue }: Pick<Invoice, 'status' | 'amountDue'>): MinorUnits {
  return status === 'DRAFT' ? ZERO : amountDue;
}

/**
 * Puts a payment's share to an invoice, and ends its "processing" there. Announces the invoice once paid.
 * `receivedAt` is when the money came, where that is earlier than now.
 */
export function settleInvoice(
  { id, invoice }: InvoiceWithId,
  share: MinorUnits,
  paymentId: string,
  now: Date,
  receivedAt = now,
): Write[] {
  if (share === 0) return endProcessing({ id, invoice }, paymentId);
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
  ];
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

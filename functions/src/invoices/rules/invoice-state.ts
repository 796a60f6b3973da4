import { BillingError } from '../../platform/errors';
import type { ErrorCode } from '../../schema/errors';
import type { Invoice, InvoiceStatus } from '../../schema/invoice';
import { isPastDue } from '../../core/calendar';

export type InvoiceAction = 'update' | 'issue' | 'cancel' | 'pay';

/** What may be done to an invoice in each status, or why not. */
const ALLOWED: Record<InvoiceAction, Record<InvoiceStatus, 'allowed' | ErrorCode>> = {
  update: {
    DRAFT: 'allowed',
    PENDING: 'INVOICE_NOT_DRAFT',
    PAID: 'INVOICE_NOT_DRAFT',
    PARTIAL: 'INVOICE_NOT_DRAFT',
    OVERDUE: 'INVOICE_NOT_DRAFT',
    CANCELLED: 'INVOICE_CANCELLED',
  },
  issue: {
    DRAFT: 'allowed',
    PENDING: 'INVOICE_NOT_DRAFT',
    PAID: 'INVOICE_NOT_DRAFT',
    PARTIAL: 'INVOICE_NOT_DRAFT',
    OVERDUE: 'INVOICE_NOT_DRAFT',
    CANCELLED: 'INVOICE_CANCELLED',
  },
  cancel: {
    DRAFT: 'allowed',
    PENDING: 'allowed',
    PAID: 'INVOICE_HAS_PAYMENTS',
    PARTIAL: 'INVOICE_HAS_PAYMENTS',
    OVERDUE: 'allowed',
    CANCELLED: 'INVOICE_CANCELLED',
  },
  pay: {
    DRAFT: 'INVOICE_NOT_ISSUED',
    PENDING: 'allowed',
    PAID: 'INVOICE_ALREADY_PAID',
    PARTIAL: 'allowed',
    OVERDUE: 'allowed',
    CANCELLED: 'INVOICE_CANCELLED',
  },
};

/** @throws BillingError with the reason when the invoice's status forbids the action. */
export function assertInvoiceAllows(action: InvoiceAction, invoice: Pick<Invoice, 'status'>): void {
  const verdict = ALLOWED[action][invoice.status];
  if (verdict !== 'allowed') throw new BillingError(verdict);
}

/** The status of an issued invoice that is not cancelled, from what is paid, what is due and the day. */
export function issuedStatus(
  { amountPaid, amountDue, dueDate }: Pick<Invoice, 'amountPaid' | 'amountDue' | 'dueDate'>,
  now: Date,
): InvoiceStatus {
  if (amountDue <= 0) return 'PAID';
  if (isPastDue(dueDate, now)) return 'OVERDUE';
  return amountPaid > 0 ? 'PARTIAL' : 'PENDING';
}

/**
 * The status of an issued invoice after money moved. Only the sweep makes one overdue, since that is announced: what is
 * paid in part after its due date and before the sweep is PARTIAL for that hour.
 */
export function statusAfterMoney({
  status,
  amountPaid,
  amountDue,
}: Pick<Invoice, 'status' | 'amountPaid' | 'amountDue'>): InvoiceStatus {
  if (amountDue <= 0) return 'PAID';
  if (status === 'OVERDUE') return 'OVERDUE';
  return amountPaid > 0 ? 'PARTIAL' : 'PENDING';
}

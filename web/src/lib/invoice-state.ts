import type { Invoice, InvoiceStatus } from '@hyble/billing-functions/src/schema/invoice';

const PAYABLE: Record<InvoiceStatus, boolean> = {
  DRAFT: false,
  PENDING: true,
  PARTIAL: true,
  OVERDUE: true,
  PAID: false,
  CANCELLED: false,
};

export const PAYABLE_STATUSES = (Object.keys(PAYABLE) as InvoiceStatus[]).filter((status) => PAYABLE[status]);

/** Whether money is still owed; the server decides again when somebody pays. */
export function isPayable({ status }: Pick<Invoice, 'status'>): boolean {
  return PAYABLE[status];
}

/** As many invoices as one checkout takes. */
export const MOST_AT_ONCE = 20;

/** Whether a payment can begin now: none does while one is on its way. */
export function canBePaid(invoice: Pick<Invoice, 'status' | 'amountDue' | 'processingPaymentIds'>): boolean {
  return isPayable(invoice) && invoice.amountDue > 0 && invoice.processingPaymentIds.length === 0;
}

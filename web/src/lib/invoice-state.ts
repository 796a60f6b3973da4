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

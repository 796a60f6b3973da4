import type { Invoice, InvoiceAnswer } from '../schema/invoice';

/** An invoice as a callable answers it: with its id, and dates as ISO 8601 text. */
export function invoiceAnswer(id: string, invoice: Invoice): InvoiceAnswer {
  return {
    ...invoice,
    id,
    issueDate: invoice.issueDate?.toISOString() ?? null,
    dueDate: invoice.dueDate.toISOString(),
    paidAt: invoice.paidAt?.toISOString() ?? null,
    cancelledAt: invoice.cancelledAt?.toISOString() ?? null,
    createdAt: invoice.createdAt.toISOString(),
    updatedAt: invoice.updatedAt.toISOString(),
  };
}

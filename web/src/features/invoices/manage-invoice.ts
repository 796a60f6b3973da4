import type {
  CancelInvoiceRequest,
  CreateInvoiceRequest,
  UpdateInvoiceRequest,
} from '@hyble/billing-functions/src/schema/invoice';
import { call } from '../../lib/callable';

/** The same `requestId` again answers the same draft. @throws CallError */
export function createInvoice(request: CreateInvoiceRequest) {
  return call('invoice-create', request);
}

/** Replaces a draft's lines, due date and notes. @throws CallError */
export function updateInvoice(request: UpdateInvoiceRequest) {
  return call('invoice-update', request);
}

/** Numbers a draft and makes it due. @throws CallError */
export function issueInvoice(invoiceId: string) {
  return call('invoice-issue', { invoiceId });
}

/** Cancels an issued invoice, or discards a draft. @throws CallError */
export function cancelInvoice(request: CancelInvoiceRequest) {
  return call('invoice-cancel', request);
}

import { derivedId, PAYMENT_ID_LENGTH } from '../../platform/ids';

/**
 * The payment that a gateway's own invoice is paid with. Such an invoice can be paid once, so that whoever tells of it,
 * the callback or the answer to a retry of ours, names the same payment.
 */
export function gatewayInvoicePaymentId(gatewayInvoiceId: string): string {
  return derivedId(PAYMENT_ID_LENGTH, 'gatewayInvoice', gatewayInvoiceId);
}

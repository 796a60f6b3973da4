import { INVOICE_ID_LENGTH, PAYMENT_ID_LENGTH } from '../../platform/ids';
import type { PaymentReference } from '../gateway';

/**
 * PayTR's callback brings back nothing of ours but the order number: letters and digits, at most 64. It holds
 * the payment's id, the invoice's and the payer's, one after another, so that a callback's documents are known
 * without a look-up. Ids that don't fit (several invoices, a uid from another identity system) stay out.
 */
const LONGEST_OID = 64;
const LONGEST_UID = LONGEST_OID - PAYMENT_ID_LENGTH - INVOICE_ID_LENGTH;

export function toMerchantOid(ids: {
  paymentId: string;
  userId: string;
  invoiceIds: readonly string[];
}): string {
  const { paymentId, userId, invoiceIds } = ids;
  const [invoiceId, ...others] = invoiceIds;
  const fits =
    invoiceId?.length === INVOICE_ID_LENGTH &&
    others.length === 0 &&
    userId.length <= LONGEST_UID &&
    /^[A-Za-z0-9]+$/.test(invoiceId + userId);
  return fits ? paymentId + invoiceId + userId : paymentId;
}

/** The ids in an order number; null when it cannot be one of ours. */
export function fromMerchantOid(merchantOid: string): PaymentReference | null {
  if (!/^[A-Za-z0-9]+$/.test(merchantOid) || merchantOid.length < PAYMENT_ID_LENGTH) return null;
  const paymentId = merchantOid.slice(0, PAYMENT_ID_LENGTH);
  const invoiceId = merchantOid.slice(PAYMENT_ID_LENGTH, PAYMENT_ID_LENGTH + INVOICE_ID_LENGTH);
  const userId = merchantOid.slice(PAYMENT_ID_LENGTH + INVOICE_ID_LENGTH);
  return { paymentId, owner: userId === '' ? null : { userId, invoiceIds: [invoiceId] } };
}

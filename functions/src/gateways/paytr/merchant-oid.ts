import { INVOICE_ID_LENGTH, PAYMENT_ID_LENGTH } from '../../platform/ids';
import type { PaymentOwner, PaymentReference } from '../gateway';

/**
 * PayTR's callback brings back nothing of ours but the order number: letters and digits, at most 64. It holds the
 * payment's id, a letter, the invoice's id and the payer's, one after another, so that a callback's documents are
 * known without a look-up. The letter names the currency: upper case when an invoice follows, lower case when the
 * wallet is topped up. Ids that don't fit (several invoices, a uid from another identity system) stay out.
 */
const LONGEST_OID = 64;
const LONGEST_UID = LONGEST_OID - PAYMENT_ID_LENGTH - 1 - INVOICE_ID_LENGTH;

/** The currencies that PayTR takes. */
const LETTERS: Readonly<Record<string, string>> = { TRY: 'T', EUR: 'E', USD: 'U', GBP: 'G', RUB: 'R' };
const CURRENCIES = new Map(Object.entries(LETTERS).map(([currency, letter]) => [letter, currency]));
/** In place of the letter when nothing follows. */
const PAYMENT_ALONE = '0';

export function toMerchantOid(ids: PaymentOwner & { readonly paymentId: string }): string {
  const { paymentId, userId, currency } = ids;
  const letter = LETTERS[currency];
  const [invoiceId, ...others] = ids.invoiceIds;
  const fits =
    letter !== undefined &&
    others.length === 0 &&
    (invoiceId === undefined || invoiceId.length === INVOICE_ID_LENGTH) &&
    userId.length <= LONGEST_UID &&
    /^[A-Za-z0-9]+$/.test((invoiceId ?? '') + userId);
  if (!fits) return paymentId + PAYMENT_ALONE;
  if (invoiceId === undefined) return paymentId + letter.toLowerCase() + userId;
  return paymentId + letter + invoiceId + userId;
}

/** The ids in an order number; null when it cannot be one of ours. */
export function fromMerchantOid(merchantOid: string): PaymentReference | null {
  if (!/^[A-Za-z0-9]+$/.test(merchantOid)) return null;
  const paymentId = merchantOid.slice(0, PAYMENT_ID_LENGTH);
  const letter = merchantOid.charAt(PAYMENT_ID_LENGTH);
  const rest = merchantOid.slice(PAYMENT_ID_LENGTH + 1);
  if (letter === PAYMENT_ALONE) return rest === '' ? { paymentId, owner: null } : null;
  const currency = CURRENCIES.get(letter.toUpperCase());
  const hasInvoice = letter === letter.toUpperCase();
  const invoiceId = hasInvoice ? rest.slice(0, INVOICE_ID_LENGTH) : null;
  const userId = hasInvoice ? rest.slice(INVOICE_ID_LENGTH) : rest;
  if (currency === undefined || userId === '') return null;
  return { paymentId, owner: { userId, invoiceIds: invoiceId === null ? [] : [invoiceId], currency } };
}

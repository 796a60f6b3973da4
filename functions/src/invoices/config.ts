import * as z from 'zod';
import { BillingError } from '../platform/errors';
import { params } from '../platform/params';
import type { Party } from '../schema/invoice';
import type { Numbering } from './rules/document-number';

const numberingParams = z.object({
  prefix: z.string().regex(/^[A-Z0-9]{1,10}(-[A-Z0-9]{1,5})?$/, 'takes 1 to 10 capitals and digits'),
  reset: z.enum(['never', 'monthly']),
});

/** @throws Error that names every setting that is wrong; a number given by a wrong rule cannot be taken back. */
export function numbering(): Numbering {
  return parsedNumbering('INVOICE_NUMBER_PREFIX', params.numberPrefix.value());
}

/** The series of credit notes: a prefix of its own, and the same reset. */
export function creditNoteNumbering(): Numbering {
  return parsedNumbering('CREDIT_NOTE_NUMBER_PREFIX', params.creditNoteNumberPrefix.value());
}

function parsedNumbering(name: string, prefix: string): Numbering {
  const parsed = numberingParams.safeParse({ prefix, reset: params.numberReset.value() });
  if (parsed.success) return parsed.data;
  throw new Error(`${name}, INVOICE_NUMBER_RESET: ${z.prettifyError(parsed.error)}`);
}

/**
 * The seller as invoices name it.
 * @throws BillingError SELLER_INCOMPLETE with the settings that are empty: an invoice must name its issuer.
 */
export function seller(): Party {
  const fields = {
    SELLER_NAME: params.sellerName.value(),
    SELLER_ADDRESS: params.sellerAddress.value(),
    SELLER_COUNTRY: params.sellerCountry.value(),
    SELLER_TAX_OFFICE: params.sellerTaxOffice.value(),
    SELLER_TAX_ID: params.sellerTaxId.value(),
    SELLER_EMAIL: params.sellerEmail.value(),
  };
  const missing = Object.entries(fields).filter(([, value]) => value.trim() === '');
  if (missing.length > 0) {
    throw new BillingError('SELLER_INCOMPLETE', { missing: missing.map(([name]) => name).join(', ') });
  }
  return {
    name: fields.SELLER_NAME,
    email: fields.SELLER_EMAIL,
    country: fields.SELLER_COUNTRY,
    address: fields.SELLER_ADDRESS,
    taxId: fields.SELLER_TAX_ID,
    taxOffice: fields.SELLER_TAX_OFFICE,
  };
}

import * as z from 'zod';

/**
 * Every way a request can be refused. The code is stable and is what programs compare; the sentence for people
 * is made from it, on the server in English and in the web app in the reader's language.
 */
export const errorCode = z.enum([
  'UNAUTHENTICATED',
  'PERMISSION_DENIED',
  'INVALID_REQUEST',
  'INTERNAL',
  'USER_NOT_FOUND',
  'ORGANIZATION_NOT_FOUND',
  'NOT_A_MEMBER',
  'PRODUCT_NOT_FOUND',
  'PRODUCT_INACTIVE',
  'CURRENCY_MISMATCH',
  'NEGATIVE_TOTAL',
  'AMOUNT_TOO_LARGE',
  'DUE_DATE_PAST',
  'SELLER_INCOMPLETE',
  'BUYER_INCOMPLETE',
  'INVOICE_NOT_FOUND',
  'INVOICE_NOT_DRAFT',
  'INVOICE_NOT_ISSUED',
  'INVOICE_ALREADY_PAID',
  'INVOICE_CANCELLED',
  'INVOICE_HAS_PAYMENTS',
  'PAYMENT_PROCESSING',
  'PAYMENT_FINISHED',
  'PAYMENT_NOT_FOUND',
  'AMOUNT_MISMATCH',
  'CURRENCY_UNSUPPORTED',
  'TEST_MODE_MISMATCH',
  'GATEWAY_DECLINED',
  'GATEWAY_UNAVAILABLE',
  'GATEWAY_RESULT_UNKNOWN',
  'GATEWAY_NOT_CONFIGURED',
  'PAYMENT_MISSING',
  'PAYMENT_NOT_SETTLED',
  'PAYMENT_NOT_REFUNDABLE',
  'PAYMENT_NOT_OPEN',
  'INVOICES_DIFFER',
  'AMOUNT_EXCEEDS_DUE',
  'AMOUNT_TOO_SMALL',
  'WALLET_BALANCE_TOO_LOW',
  'REFUND_TOO_LARGE',
  'REFUND_PENDING',
  'REFUND_DECLINED',
  'CREDIT_NOTE_NOT_FOUND',
  'PAYMENT_METHOD_NOT_FOUND',
  'SAVED_METHODS_OFF',
  'STATEMENT_UNREADABLE',
  'BANK_TRANSACTION_NOT_FOUND',
  'BANK_TRANSACTION_SETTLED',
  'DIFFERENCE_NOT_FOUND',
  'RATE_LIMITED',
  'APP_NOT_VERIFIED',
  'BAD_SIGNATURE',
  'STALE_SIGNATURE',
  'MALFORMED_BODY',
  'BODY_TOO_LARGE',
]);
export type ErrorCode = z.infer<typeof errorCode>;

/** What a callable's error carries in `details`. */
export interface ErrorDetails {
  code: ErrorCode;
  facts: Record<string, string | number>;
}

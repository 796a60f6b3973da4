import type { StatementProblem } from '@hyble/billing-functions/src/schema/bank-transaction';
import type { PaymentFailure } from '@hyble/billing-functions/src/schema/payment';
import type { CallErrorCode } from '../../callable';
import type { LiveProblem } from '../../live';
import type { SubscriptionErrorCode } from './subscriptions';

/** What is refused about subscriptions alone is worded beside their screens. */
export const errors: Record<Exclude<CallErrorCode, SubscriptionErrorCode>, string> = {
  OFFLINE: 'You are offline, or we cannot be reached. Check your connection and try again.',
  UNAUTHENTICATED: 'Your session has ended. Sign in again.',
  PERMISSION_DENIED: 'Your account may not do this; it needs the finance role.',
  INVALID_REQUEST: 'Something in the form is not valid. Check it and try again.',
  INTERNAL: 'Something went wrong on our side. Try again in a moment.',
  USER_NOT_FOUND: 'There is no such customer.',
  ORGANIZATION_NOT_FOUND: 'There is no such organization.',
  NOT_A_MEMBER: 'The customer is not a member of this organization.',
  PRODUCT_NOT_FOUND: 'A product on this invoice no longer exists.',
  PRODUCT_INACTIVE: 'A product on this invoice is no longer sold.',
  CURRENCY_MISMATCH: 'The invoice is in another currency.',
  NEGATIVE_TOTAL: 'The discounts are larger than the rest of the invoice.',
  AMOUNT_TOO_LARGE: 'The total is too large for one invoice.',
  DUE_DATE_PAST: 'The due date has passed. Choose today or a later day.',
  SELLER_INCOMPLETE: 'The company details are incomplete. Missing: {{missing}}.',
  BUYER_INCOMPLETE: 'The customer’s details are incomplete. Missing: {{missing}}.',
  INVOICE_NOT_FOUND: 'There is no such invoice, or it is not yours to see.',
  INVOICE_NOT_DRAFT: 'The invoice has been issued and can no longer be changed.',
  INVOICE_NOT_ISSUED: 'The invoice is still a draft.',
  INVOICE_ALREADY_PAID: 'This invoice is already paid. Nothing was charged.',
  INVOICE_CANCELLED: 'This invoice was cancelled; no payment is needed.',
  INVOICE_HAS_PAYMENTS: 'The invoice has payments. Refund them before you cancel it.',
  PAYMENT_PROCESSING: 'A payment is already under way. Wait for its result before you pay again.',
  PAYMENT_FINISHED: 'This payment attempt is over. Start a new one.',
  PAYMENT_OPENING: 'The payment page is being opened already. Try again in a few seconds.',
  PAYMENT_NOT_FOUND: 'There is no such payment, or it is not yours to see.',
  AMOUNT_MISMATCH: 'The amount has changed meanwhile. Check it and try again.',
  CURRENCY_UNSUPPORTED: '{{gateway}} cannot take payments in {{currency}}.',
  TEST_MODE_MISMATCH: 'The payment service is set up for another mode. Write to us.',
  GATEWAY_DECLINED:
    'The payment service refused to begin this payment. Nothing was charged; try the other one.',
  GATEWAY_UNAVAILABLE:
    'The payment service cannot be reached. Nothing was charged; try again in a few minutes.',
  GATEWAY_RESULT_UNKNOWN:
    'The payment service has not answered yet. Try again; you will not be charged twice.',
  GATEWAY_NOT_CONFIGURED: 'This payment service is not available at the moment. Choose the other one.',
  PAYMENT_MISSING: 'There is no such payment, or it is not yours to see.',
  PAYMENT_NOT_SETTLED: 'The payment has not arrived yet. Try again later.',
  PAYMENT_NOT_REFUNDABLE: 'Only a payment that has arrived can be refunded.',
  PAYMENT_NOT_OPEN: 'This payment attempt is over; there is nothing to give up.',
  INVOICES_DIFFER: 'Only invoices of one currency and one customer can be paid together.',
  AMOUNT_EXCEEDS_DUE: 'The amount is more than what is due.',
  AMOUNT_TOO_SMALL: 'The amount is too small. At least: {{least}}.',
  WALLET_BALANCE_TOO_LOW: 'The wallet balance is not enough.',
  REFUND_TOO_LARGE: 'That is more than can still be refunded. At most: {{most}}.',
  REFUND_PENDING: 'A refund of this payment is under way. Wait for its result.',
  REFUND_DECLINED: 'The payment service refused the refund. Nothing was sent back.',
  CREDIT_NOTE_NOT_FOUND: 'There is no such credit note, or it is not yours to see.',
  PAYMENT_METHOD_NOT_FOUND: 'There is no such saved card.',
  PAYMENT_METHOD_EXPIRED: 'This card has expired. Pay with another one.',
  PAYMENT_METHOD_IN_USE: 'A payment with this card is under way. Wait for its result.',
  PAYMENT_METHOD_SUBSCRIBED:
    'A subscription is paid with this card. Choose another card or the payment link for it first.',
  PAYMENT_METHOD_REFUSED: 'The payment service refused this. The saved cards are as they were.',
  NO_DEFAULT_METHOD: 'There is no default card. Choose a card, or send a payment link.',
  SAVED_METHODS_OFF: 'This payment service keeps no cards here.',
  GATEWAY_CUSTOMER_UNKNOWN:
    'The payment service no longer knows this customer. Nothing was charged; try again.',
  STATEMENT_UNREADABLE: 'The bank statement cannot be read: {{problem}}',
  GATEWAY_EVENT_NOT_FOUND: 'There is no such gateway event.',
  GATEWAY_EVENT_NOT_FAILED: 'This event did not fail, or was applied meanwhile; there is nothing to settle.',
  BANK_TRANSACTION_NOT_FOUND: 'There is no such bank transaction.',
  BANK_TRANSACTION_SETTLED: 'This bank transaction has been dealt with already.',
  DIFFERENCE_NOT_FOUND: 'There is no such difference.',
  RATE_LIMITED: 'Too many requests. Wait a minute and try again.',
  APP_NOT_VERIFIED:
    'This page could not be verified. Reload it and try again; private windows and ad blockers may be in the way.',
  BAD_SIGNATURE: 'The request could not be verified.',
  STALE_SIGNATURE: 'The request is too old. Try again.',
  MALFORMED_BODY: 'The request could not be read.',
  BODY_TOO_LARGE: 'The request is too large.',
};

/** What the customer is told about a failed payment; says that nothing was charged where that is certain. */
export const paymentFailures: Record<PaymentFailure, string> = {
  GENERAL: 'Your bank declined the payment. Try another card or call your bank.',
  FUNDS: 'The card’s limit or balance is not enough. Use another card.',
  WRONG_DATA: 'Check the card number, date and security code.',
  EXPIRED_CARD: 'This card has expired. Use another one.',
  AUTHENTICATION_FAILED:
    'The bank could not confirm it was you. Check your phone number at the bank and try again.',
  AUTHENTICATION_REQUIRED: 'This card needs confirmation with your bank. Pay again and confirm.',
  NOT_ALLOWED:
    'The card is closed to this kind of payment. Allow online payments in your bank’s app or use another card.',
  CURRENCY: 'The card cannot pay in {{currency}}.',
  INSTALLMENT: 'No instalments on this card. Choose a single payment.',
  SECURITY: 'The payment did not pass the security check. Use another card or write to us.',
  TRANSFER_MISSING:
    'Your bank transfer was not found. If you have sent it, write to us; otherwise choose another way to pay.',
  TRANSFER_SHORT: 'Less was transferred than was to be paid. Write to us, or choose another way to pay.',
  ABANDONED: 'The payment was not finished; nothing was charged.',
  OUTAGE: 'A temporary fault; nothing was charged. Try again in a few minutes.',
};

export const liveProblems: Record<LiveProblem, string> = {
  DENIED: 'There is nothing here, or it is not yours to see.',
  OFFLINE: 'We cannot be reached at the moment. No money has moved.',
  FAILED: 'This could not be loaded. No money has moved.',
};

/** What an incomplete address lacks, as the server names it. */
export const missingFields = {
  name: 'name',
  address: 'address',
  taxId: 'tax number',
  taxOffice: 'tax office',
  email: 'e-mail address',
  country: 'country',
};

/** Why a statement's file is not taken. */
export const statementProblems: Record<StatementProblem, string> = {
  TOO_MANY_LINES: 'it has more than {{most}} lines. Export a shorter period.',
  NOT_XML: 'it is not complete, well-formed XML. Download it again.',
  DOCUMENT_TYPE: 'it declares a document type, which no statement does.',
  NOT_CAMT053: 'it is not a CAMT.053 statement. Choose that format at your bank, or CSV.',
  ENTRY_AMOUNT: 'an entry has no amount, or one that cannot be read.',
  ENTRY_DATE: 'an entry has no booking date.',
  ENTRY_STATUS: 'an entry has no status.',
  NO_TABLE: 'no line names the columns date and amount.',
  NO_CURRENCY: 'it does not say which currency. Choose one.',
  ROWS: 'its rows cannot be told apart.',
  ROW_DATE: 'in row {{row}} the date cannot be read.',
  ROW_CURRENCY: 'in row {{row}} the currency cannot be read.',
  ROW_AMOUNT: 'in row {{row}} the amount cannot be read.',
};

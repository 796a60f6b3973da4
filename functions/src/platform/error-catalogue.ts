import type { ErrorCode } from '../schema/errors';
import type { BillingError, Facts } from './errors';

/** The callable protocol's codes that we answer with, which Firebase maps to HTTP statuses. */
type CallableCode =
  | 'unauthenticated'
  | 'permission-denied'
  | 'invalid-argument'
  | 'not-found'
  | 'failed-precondition'
  | 'resource-exhausted'
  | 'unavailable'
  | 'internal';

interface Entry {
  readonly callable: CallableCode;
  /** For HTTP endpoints that are not callables. */
  readonly http: number;
  readonly sentence: (facts: Facts) => string;
}

const unauthenticated = (sentence: string): Entry => entry('unauthenticated', 401, sentence);
const denied = (sentence: string): Entry => entry('permission-denied', 403, sentence);
const invalid = (sentence: string | Entry['sentence']): Entry => entry('invalid-argument', 400, sentence);
const notFound = (sentence: string): Entry => entry('not-found', 404, sentence);
const refused = (sentence: string | Entry['sentence']): Entry => entry('failed-precondition', 409, sentence);
const unavailable = (sentence: string): Entry => entry('unavailable', 503, sentence);
/** 5xx, so that a gateway which sent it sends it again. */
const internal = (sentence: string | Entry['sentence']): Entry => entry('internal', 500, sentence);

function entry(callable: CallableCode, http: number, sentence: string | Entry['sentence']): Entry {
  return { callable, http, sentence: typeof sentence === 'string' ? () => sentence : sentence };
}

const CATALOGUE: Record<ErrorCode, Entry> = {
  UNAUTHENTICATED: unauthenticated('Sign in to continue.'),
  PERMISSION_DENIED: denied('Your account may not do this. Ask an administrator for the finance role.'),
  INVALID_REQUEST: invalid(({ problems }) => `The request is not valid: ${problems ?? 'unknown problem'}.`),
  INTERNAL: internal('Something went wrong on our side. Nothing was changed; try again.'),
  USER_NOT_FOUND: notFound('There is no such customer.'),
  ORGANIZATION_NOT_FOUND: notFound('There is no such organization.'),
  NOT_A_MEMBER: refused('The customer is not a member of this organization.'),
  PRODUCT_NOT_FOUND: notFound('There is no such product.'),
  PRODUCT_INACTIVE: refused('This product is no longer sold.'),
  CURRENCY_MISMATCH: refused('The invoice is in another currency.'),
  NEGATIVE_TOTAL: invalid('The discounts are larger than the rest of the invoice.'),
  AMOUNT_TOO_LARGE: invalid('The total is too large to invoice.'),
  DUE_DATE_PAST: invalid('The due date lies in the past.'),
  SELLER_INCOMPLETE: refused(
    ({ missing }) => `The seller's details are not set up: ${missing ?? 'some are missing'}.`,
  ),
  BUYER_INCOMPLETE: refused(
    ({ missing }) => `The customer's details are incomplete: ${missing ?? 'some are missing'}.`,
  ),
  INVOICE_NOT_FOUND: notFound('There is no such invoice.'),
  INVOICE_NOT_DRAFT: refused('The invoice has been issued and can no longer be changed.'),
  INVOICE_NOT_ISSUED: refused('The invoice is a draft; issue it first.'),
  INVOICE_ALREADY_PAID: refused('The invoice is already paid.'),
  INVOICE_CANCELLED: refused('The invoice is cancelled; no payment is needed.'),
  INVOICE_HAS_PAYMENTS: refused('The invoice has payments. Refund them before you cancel it.'),
  PAYMENT_PROCESSING: refused('A payment is already under way. Wait for its result before you pay again.'),
  PAYMENT_FINISHED: refused('This payment attempt is over. Start a new one.'),
  PAYMENT_OPENING: unavailable('The payment page is being opened already. Try again in a few seconds.'),
  PAYMENT_NOT_FOUND: internal('A gateway reported money for a payment that we do not know.'),
  AMOUNT_MISMATCH: internal('A gateway reported another amount or currency than the payment has.'),
  CURRENCY_UNSUPPORTED: refused(
    ({ gateway, currency }) => `${gateway ?? 'The gateway'} cannot take ${currency ?? 'this currency'}.`,
  ),
  TEST_MODE_MISMATCH: internal('A test payment was reported to live billing, or the other way round.'),
  GATEWAY_DECLINED: refused('The payment service refused to begin this payment. Try the other one.'),
  GATEWAY_UNAVAILABLE: unavailable('The payment service cannot be reached. Nothing was charged; try again.'),
  GATEWAY_RESULT_UNKNOWN: unavailable(
    'The payment service has not answered. Nothing was charged; try again.',
  ),
  GATEWAY_NOT_CONFIGURED: entry(
    'failed-precondition',
    503,
    'This payment service is not set up. Choose the other one.',
  ),
  PAYMENT_MISSING: notFound('There is no such payment.'),
  PAYMENT_NOT_SETTLED: internal('A gateway reported a refund or dispute of a payment before the payment.'),
  PAYMENT_NOT_REFUNDABLE: refused('Only a payment that has arrived can be refunded.'),
  PAYMENT_NOT_OPEN: refused('This payment attempt is over; there is nothing to give up.'),
  INVOICES_DIFFER: refused('Only invoices of one currency and one customer can be paid together.'),
  AMOUNT_EXCEEDS_DUE: refused('The amount is more than what is due.'),
  AMOUNT_TOO_SMALL: invalid(({ least }) => `The amount is too small; the least is ${least ?? 'more'}.`),
  WALLET_BALANCE_TOO_LOW: refused("The wallet's balance is too low."),
  REFUND_TOO_LARGE: refused(({ most }) => `At most ${most ?? 'less'} of this payment can still be refunded.`),
  REFUND_PENDING: refused('A refund of this payment is under way. Wait for its result before the next one.'),
  REFUND_DECLINED: refused('The payment service refused the refund. Nothing was sent back.'),
  CREDIT_NOTE_NOT_FOUND: notFound('There is no such credit note.'),
  PAYMENT_METHOD_NOT_FOUND: notFound('There is no such saved card.'),
  PAYMENT_METHOD_EXPIRED: refused('This saved card has expired. Pay with another one.'),
  PAYMENT_METHOD_IN_USE: refused('A payment with this card is under way. Wait for its result.'),
  PAYMENT_METHOD_SUBSCRIBED: refused(
    'A subscription is paid with this card. Choose another card or the payment link for it first.',
  ),
  PAYMENT_METHOD_REFUSED: refused('The payment service refused this. The saved cards are as they were.'),
  NO_DEFAULT_METHOD: refused('The customer has no default card. Name a card, or send a payment link.'),
  SAVED_METHODS_OFF: refused('This payment service keeps no cards here.'),
  GATEWAY_CUSTOMER_UNKNOWN: unavailable(
    'The payment service no longer knows this customer. Nothing was charged; try again.',
  ),
  STATEMENT_UNREADABLE: invalid(
    ({ problem, row }) =>
      `The bank statement cannot be read: ${problem ?? 'unknown format'}${row === undefined ? '' : ` in row ${row}`}.`,
  ),
  GATEWAY_EVENT_NOT_FOUND: notFound('There is no such gateway event.'),
  GATEWAY_EVENT_NOT_FAILED: refused('This gateway event did not fail; there is nothing to acknowledge.'),
  BANK_TRANSACTION_NOT_FOUND: notFound('There is no such bank transaction.'),
  BANK_TRANSACTION_SETTLED: refused('This bank transaction has been dealt with already.'),
  DIFFERENCE_NOT_FOUND: notFound('There is no such difference.'),
  PLAN_NOT_FOUND: notFound('There is no such plan.'),
  PLAN_INACTIVE: refused('This plan is no longer sold.'),
  TRIAL_USED: refused('There is one free trial for each customer. Subscribe without it.'),
  PLAN_UNCHANGED: refused('The subscription is on this plan already.'),
  PLAN_CURRENCY_DIFFERS: refused('This plan is sold in another currency. Start a new subscription instead.'),
  SUBSCRIPTION_NOT_FOUND: notFound('There is no such subscription.'),
  SUBSCRIPTION_NOT_STARTED: refused('The subscription begins when its first invoice is paid.'),
  SUBSCRIPTION_PAST_DUE: refused('An invoice of this subscription is past due. Pay it first.'),
  SUBSCRIPTION_NOT_PAST_DUE: refused('Nothing of this subscription is past due.'),
  SUBSCRIPTION_SUSPENDED: refused('The service is paused. Pay the open invoice first, or cancel at once.'),
  SUBSCRIPTION_CANCELLED: refused('The subscription has been cancelled. Start a new one.'),
  SUBSCRIPTION_ENDING: refused('The subscription ends with this period. Resume it first.'),
  SUBSCRIPTION_NOT_ENDING: refused('The subscription is not about to end; there is nothing to resume.'),
  SUBSCRIPTION_INVOICE_OPEN: refused('An invoice of this subscription is not paid yet. Pay it first.'),
  UPGRADE_PENDING: refused(
    'A change of plan waits for its payment. Pay its invoice, or wait until tomorrow.',
  ),
  PREVIEW_OUTDATED: refused(
    'The amount has changed since it was shown. Look at it again before you confirm.',
  ),
  RATE_LIMITED: entry('resource-exhausted', 429, 'Too many requests. Wait a minute and try again.'),
  APP_NOT_VERIFIED: denied('The request does not come from the billing app. Reload the page and try again.'),
  BAD_SIGNATURE: invalid('The signature is missing or wrong.'),
  STALE_SIGNATURE: invalid('The signature is too old.'),
  MALFORMED_BODY: invalid('The body cannot be read.'),
  BODY_TOO_LARGE: entry('invalid-argument', 413, 'The body is too large.'),
};

export interface PublicError {
  readonly callable: CallableCode;
  readonly http: number;
  readonly message: string;
}

/** How an error is told to whoever asked. */
export function publicError(error: BillingError): PublicError {
  const { callable, http, sentence } = CATALOGUE[error.code];
  return { callable, http, message: sentence(error.facts) };
}

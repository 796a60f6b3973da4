import type { PaymentFailure } from '../../schema/payment';

/**
 * What the customer may know of a decline. Stripe's list is open: an unknown code is the general refusal, and so
 * are those that would warn a thief (lost, stolen, fraudulent).
 */
const FAILURES = new Map<string, PaymentFailure>(
  Object.entries({
    insufficient_funds: 'FUNDS',
    card_velocity_exceeded: 'FUNDS',
    withdrawal_count_limit_exceeded: 'FUNDS',
    incorrect_number: 'WRONG_DATA',
    invalid_number: 'WRONG_DATA',
    incorrect_cvc: 'WRONG_DATA',
    invalid_cvc: 'WRONG_DATA',
    incorrect_zip: 'WRONG_DATA',
    invalid_expiry_month: 'WRONG_DATA',
    invalid_expiry_year: 'WRONG_DATA',
    expired_card: 'EXPIRED_CARD',
    authentication_required: 'AUTHENTICATION_FAILED',
    payment_intent_authentication_failure: 'AUTHENTICATION_FAILED',
    authentication_not_handled: 'AUTHENTICATION_REQUIRED',
    invoice_payment_intent_requires_action: 'AUTHENTICATION_REQUIRED',
    card_not_supported: 'NOT_ALLOWED',
    transaction_not_allowed: 'NOT_ALLOWED',
    service_not_allowed: 'NOT_ALLOWED',
    currency_not_supported: 'CURRENCY',
    processing_error: 'OUTAGE',
    reenter_transaction: 'OUTAGE',
    try_again_later: 'OUTAGE',
    issuer_not_available: 'OUTAGE',
  } as const),
);

interface StripeErrorFields {
  readonly code?: string | null;
  readonly decline_code?: string | null;
  readonly message?: string | null;
}

export function failureOf(error: StripeErrorFields | null): PaymentFailure {
  return FAILURES.get(reasonCode(error)) ?? 'GENERAL';
}

/**
 * The same while the customer is away: a bank that wants them to confirm has not seen them fail to, it has yet to ask.
 */
export function offSessionFailureOf(error: StripeErrorFields | null): PaymentFailure {
  const wantsCustomer = reasonCode(error) === 'authentication_required';
  return wantsCustomer ? 'AUTHENTICATION_REQUIRED' : failureOf(error);
}

/** Stripe's own words, for staff. */
export function gatewayReasonOf(error: StripeErrorFields | null): { code: string; message: string } | null {
  return error === null ? null : { code: reasonCode(error), message: error.message ?? '' };
}

/** The decline code says more than the error code, where there is one. */
function reasonCode(error: StripeErrorFields | null): string {
  return error?.decline_code ?? error?.code ?? 'unknown';
}

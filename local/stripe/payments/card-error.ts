import type Stripe from 'stripe';
import { ApiError, docUrl } from '../api/errors';
import type { Decline } from '../test-cards';

/** Fields that a card error, `last_payment_error` and `last_setup_error` share. */
export interface CardFailure {
  type: 'card_error' | 'invalid_request_error';
  code: string;
  doc_url: string;
  message: string;
  payment_method: Stripe.PaymentMethod;
  advice_code?: string;
  charge?: string;
  decline_code?: string;
  network_decline_code?: string;
}

/** A refusal of the card. `charge` is the id of the failed charge, where one was made. */
export function declined(decline: Decline, method: Stripe.PaymentMethod, charge?: string): CardFailure {
  return {
    type: 'card_error',
    advice_code: decline.advice,
    ...(charge !== undefined && { charge }),
    code: decline.code,
    decline_code: decline.declineCode,
    doc_url: docUrl(decline.code),
    message: decline.message,
    ...(decline.networkCode !== null && { network_decline_code: decline.networkCode }),
    payment_method: method,
  };
}

/** The customer failed or left the 3D Secure step. */
export function authenticationFailed(kind: 'payment' | 'setup', method: Stripe.PaymentMethod): CardFailure {
  const code = `${kind}_intent_authentication_failure`;
  return {
    type: 'invalid_request_error',
    code,
    doc_url: docUrl(code),
    message:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
    payment_method: method,
  };
}

/** The answer to an API call whose card was refused; `intent` says which intent it leaves behind. */
export function cardError(
  failure: CardFailure,
  intent: { payment_intent?: Stripe.PaymentIntent; setup_intent?: Stripe.SetupIntent } = {},
): ApiError {
  return new ApiError(402, { ...failure, ...intent });
}

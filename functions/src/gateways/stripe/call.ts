import Stripe from 'stripe';
import { BillingError } from '../../platform/errors';
import * as logs from '../../platform/logs';

/** Stripe understood the request and says no. */
export type Refusal = Pick<Stripe.errors.StripeError, 'type' | 'code' | 'decline_code' | 'param' | 'message'>;

/**
 * A request that changes something at Stripe, with its three answers: yes; no, which `refused` turns into an answer
 * or an error; or unknown.
 * @throws BillingError GATEWAY_RESULT_UNKNOWN when Stripe may or may not have done it, GATEWAY_NOT_CONFIGURED when it
 *   does not take the key.
 */
export async function order<T>(
  request: () => Promise<T>,
  refused: (refusal: Refusal) => T | Promise<T> = declined,
): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    logs.gatewayRefused('stripe', reasonOf(error));
    if (isRefusal(error)) return refused(error);
    const code = isKeyRefused(error) ? 'GATEWAY_NOT_CONFIGURED' : 'GATEWAY_RESULT_UNKNOWN';
    throw new BillingError(code, {}, { cause: error });
  }
}

/**
 * A question, which changes nothing at Stripe.
 * @throws BillingError GATEWAY_UNAVAILABLE when there is no answer to it, GATEWAY_NOT_CONFIGURED as above.
 */
export async function ask<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    logs.gatewayRefused('stripe', reasonOf(error));
    const code = isKeyRefused(error) ? 'GATEWAY_NOT_CONFIGURED' : 'GATEWAY_UNAVAILABLE';
    throw new BillingError(code, {}, { cause: error });
  }
}

/** An object by its id; null when Stripe has none of that id. */
export function find<T>(retrieve: () => Promise<T>): Promise<T | null> {
  return ask(async () => {
    try {
      return await retrieve();
    } catch (error) {
      if (isRefusal(error) && error.code === 'resource_missing') return null;
      throw error;
    }
  });
}

export function isRefusal(error: unknown): error is Error & Refusal {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError || error instanceof Stripe.errors.StripeCardError
  );
}

/** A no to a call for a customer: Stripe may have said no because somebody has deleted them there. */
export function declinedFor(refusal: Refusal): never {
  const isUnknown = refusal.code === 'resource_missing' && refusal.param === 'customer';
  if (isUnknown) throw new BillingError('GATEWAY_CUSTOMER_UNKNOWN', {}, { cause: refusal });
  return declined(refusal);
}

function declined(refusal: Refusal): never {
  throw new BillingError('GATEWAY_DECLINED', {}, { cause: refusal });
}

function isKeyRefused(error: Stripe.errors.StripeError): boolean {
  return (
    error instanceof Stripe.errors.StripeAuthenticationError ||
    error instanceof Stripe.errors.StripePermissionError
  );
}

/** Codes and the parameter's name: the message may quote what a customer typed. */
function reasonOf({ type, code, decline_code: declineCode, param }: Stripe.errors.StripeError): string {
  return [type, code, declineCode, param].filter((part) => part !== undefined && part !== '').join(' ');
}

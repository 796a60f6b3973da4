import type Stripe from 'stripe';
import { BillingError } from '../../platform/errors';
import { configured, params, secrets } from '../../platform/params';

type Type = Stripe.Checkout.SessionCreateParams.AllowedPaymentMethodType;

export function stripeConfig() {
  return {
    apiUrl: new URL(params.stripeApiUrl.value()),
    secretKey: configured('STRIPE_SECRET_KEY', secrets.stripeSecretKey.value()),
  };
}

/**
 * The secrets that a webhook may be signed with, the newest first: while one is replaced, Stripe's endpoint and this
 * deployment need not change in the same moment. The setting separates them by commas or white space.
 * @throws BillingError GATEWAY_NOT_CONFIGURED when there is none.
 */
export function stripeWebhookSecrets(): readonly string[] {
  const all = secrets.stripeWebhookSecret
    .value()
    .split(/[\s,]+/)
    .filter((secret) => secret !== '');
  if (all.length === 0)
    throw new BillingError('GATEWAY_NOT_CONFIGURED', { missing: 'STRIPE_WEBHOOK_SECRET' });
  return all;
}

/**
 * The ways to pay that Checkout may offer, in Stripe's words (`card`, `sepa_debit` …), separated by commas in the
 * setting; none leaves it to the account's own choice.
 */
export function allowedPaymentMethodTypes(): Type[] {
  const types = params.stripePaymentMethodTypes.value().split(/[\s,]+/);
  // Stripe's list is open, and Stripe itself refuses a word that it does not know.
  return types.filter((type) => type !== '');
}

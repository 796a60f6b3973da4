import { BillingError } from '../../platform/errors';
import { configured, params, secrets } from '../../platform/params';

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

import { configured, params, secrets } from '../../platform/params';

export function stripeConfig() {
  return {
    apiUrl: new URL(params.stripeApiUrl.value()),
    secretKey: configured('STRIPE_SECRET_KEY', secrets.stripeSecretKey.value()),
  };
}

export function stripeWebhookSecret(): string {
  return configured('STRIPE_WEBHOOK_SECRET', secrets.stripeWebhookSecret.value());
}

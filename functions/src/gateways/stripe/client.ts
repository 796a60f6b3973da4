import Stripe from 'stripe';
import { stripeConfig } from './config';

let client: { key: string; stripe: Stripe } | undefined;

/** The official client, made once an instance and again only when the key was rotated. */
export function stripeClient(): Stripe {
  const { apiUrl, secretKey } = stripeConfig();
  if (client?.key !== secretKey) {
    const stripe = new Stripe(secretKey, {
      host: apiUrl.hostname,
      port: apiUrl.port === '' ? 443 : Number(apiUrl.port),
      protocol: apiUrl.protocol === 'http:' ? 'http' : 'https',
      maxNetworkRetries: 2,
      timeout: 20_000,
    });
    client = { key: secretKey, stripe };
  }
  return client.stripe;
}

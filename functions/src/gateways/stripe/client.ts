import Stripe from 'stripe';
import { stripeConfig } from './config';

let client: { madeFor: string; stripe: Stripe } | undefined;

/** The official client, made once an instance and again only when the key was rotated or the address changed. */
export function stripeClient(): Stripe {
  const { apiUrl, secretKey } = stripeConfig();
  const settings = `${apiUrl.href} ${secretKey}`;
  if (client?.madeFor !== settings) {
    const stripe = new Stripe(secretKey, {
      host: apiUrl.hostname,
      port: apiUrl.port === '' ? 443 : Number(apiUrl.port),
      protocol: apiUrl.protocol === 'http:' ? 'http' : 'https',
      maxNetworkRetries: 2,
      timeout: 20_000,
    });
    client = { madeFor: settings, stripe };
  }
  return client.stripe;
}

import Stripe from 'stripe';
import { testKeys } from '../../functions/src/testing/environment';
import type { RunningStripe } from '../stripe/server';

/** The official client, on the stand-in: for what the merchant does in Stripe's dashboard. */
export function clientOf({ port }: RunningStripe): Stripe {
  return new Stripe(testKeys.STRIPE_SECRET_KEY, {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    telemetry: false,
  });
}

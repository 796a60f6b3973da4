import { sellerSettings } from '../../local/demo/seller';
import { STAND_IN_STRIPE } from '../../local/stack';
import { advanceSubscription } from '../../functions/src/subscriptions/advance-subscription';
import { firestore } from './people';
import { stackAddresses } from './stack';

/**
 * Does what is due for a subscription at an instant, as the hourly sweep's task would then. The deployed functions know
 * no clock but the real one, so the task runs in this process, with the same code against the same emulator and stand-in.
 * @returns What was done.
 */
export function advanceAt(subscriptionId: string, now: Date): Promise<string> {
  const { app, projectId, stripe } = stackAddresses();
  Object.assign(process.env, sellerSettings, {
    GCLOUD_PROJECT: projectId,
    APP_URL: app,
    STRIPE_API_URL: stripe,
    STRIPE_SECRET_KEY: STAND_IN_STRIPE.secretKey,
  });
  return advanceSubscription(firestore(), subscriptionId, now);
}

/** From now on a kept card behaves like another of Stripe's test cards. */
export async function cardBecomes(gatewayMethodId: string, number: string): Promise<void> {
  const response = await fetch(`${stackAddresses().stripe ?? ''}/_control/cards`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ payment_method: gatewayMethodId, number }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
}

import Stripe from 'stripe';
import * as z from 'zod';
import { stripeWebhookSecrets } from './config';
import { BillingError } from '../../platform/errors';
import { payloadDigest } from '../digest';
import type { Callback, GatewayEvent } from '../gateway';
import { toGatewayEvent } from './gateway-event';

/** Seconds that a signature stays valid: Stripe's own default, enough for clocks that disagree a little. */
const TOLERANCE = 300;

/** What every event has around its object; a signed body without it is no event. */
const envelope = z.looseObject({
  id: z.string().regex(/^evt_[A-Za-z0-9_]{1,250}$/),
  type: z.string().min(1),
  created: z.int(),
  livemode: z.boolean(),
  data: z.looseObject({ object: z.looseObject({}) }),
});

/** Verifies and reduces a webhook delivery (docs.stripe.com/webhooks/signature). */
export async function readEvent(callback: Callback): Promise<GatewayEvent> {
  return toGatewayEvent(verified(callback), payloadDigest(callback.body));
}

/** The event of a body that is signed with any of the secrets. */
function verified({ body, headers, receivedAt }: Callback): Stripe.Event {
  const header = headers['stripe-signature'];
  if (typeof header !== 'string') throw new BillingError('BAD_SIGNATURE');
  let refusal: unknown;
  for (const secret of stripeWebhookSecrets()) {
    try {
      const at = receivedAt.getTime();
      const event = Stripe.webhooks.constructEvent(body, header, secret, TOLERANCE, undefined, at);
      envelope.parse(event);
      return event;
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) {
        throw new BillingError('MALFORMED_BODY', {}, { cause: error });
      }
      // Stripe's library looks at the age only once the signature fits.
      if (error.message.includes('Timestamp outside the tolerance zone')) {
        throw new BillingError('STALE_SIGNATURE', {}, { cause: error });
      }
      refusal = error;
    }
  }
  throw new BillingError('BAD_SIGNATURE', {}, { cause: refusal });
}

import { projectID } from 'firebase-functions/params';
import Stripe from 'stripe';
import * as z from 'zod';
import { stripeWebhookSecret } from './config';
import { BillingError } from '../../platform/errors';
import { payloadDigest } from '../digest';
import type { Callback, GatewayEvent } from '../gateway';
import { readStripeEvent } from './events';

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
export function readEvent(callback: Callback): Promise<GatewayEvent> {
  return Promise.resolve().then(() => {
    const event = verified(callback);
    const { fact, gatewayReason } = readStripeEvent(event, projectID.value());
    return {
      gateway: 'stripe',
      id: event.id,
      type: event.type,
      occurredAt: new Date(event.created * 1000),
      payloadDigest: payloadDigest(callback.body),
      gatewayReason,
      fact,
    };
  });
}

function verified({ body, headers, receivedAt }: Callback): Stripe.Event {
  const header = headers['stripe-signature'];
  if (typeof header !== 'string') throw new BillingError('BAD_SIGNATURE');
  const secret = stripeWebhookSecret();
  try {
    const event = Stripe.webhooks.constructEvent(
      body,
      header,
      secret,
      TOLERANCE,
      undefined,
      receivedAt.getTime(),
    );
    envelope.parse(event);
    return event;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) {
      const isStale = error.message.includes('Timestamp outside the tolerance zone');
      throw new BillingError(isStale ? 'STALE_SIGNATURE' : 'BAD_SIGNATURE', {}, { cause: error });
    }
    throw new BillingError('MALFORMED_BODY', {}, { cause: error });
  }
}

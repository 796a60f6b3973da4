import { projectID } from 'firebase-functions/params';
import type Stripe from 'stripe';
import type { GatewayEvent } from '../gateway';
import { readStripeEvent } from './events';
import { lookup } from './lookup';

/** A Stripe event in our words, whether a webhook brought it or the list of events. */
export async function toGatewayEvent(event: Stripe.Event, payloadDigest: string): Promise<GatewayEvent> {
  const { fact, gatewayReason } = await readStripeEvent(event, { project: projectID.value(), lookup });
  return {
    gateway: 'stripe',
    id: event.id,
    type: event.type,
    occurredAt: new Date(event.created * 1000),
    payloadDigest,
    gatewayReason,
    fact,
  };
}

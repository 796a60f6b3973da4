import { createHmac } from 'node:crypto';
import Stripe from 'stripe';
import type { Deliverer } from '../deliveries/deliverer';
import { newId } from './ids';
import type { Call, Objects } from './world';

/** Stripe gives an endpoint about this long to answer. */
const ANSWER_TIMEOUT_MS = 20_000;

export interface WebhookOptions {
  /** Where events go; null keeps them in the events list only. */
  url: string | null;
  secret: string;
  deliverer: Deliverer;
  /** When a delivery is signed, in Unix seconds. */
  clock: () => number;
}

/** `Stripe-Signature` of a payload sent at `timestamp` (Unix seconds): scheme v1, HMAC-SHA256 in hex. */
export function signPayload(payload: string, secret: string, timestamp: number): string {
  const signature = createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex');
  return `t=${timestamp},v1=${signature}`;
}

/** Makes the `emit` of one call: the event is recorded at once and delivered on its own. */
export function eventEmitter(
  objects: Objects,
  webhook: WebhookOptions,
  now: () => number,
  request: Stripe.Event.Request,
): Call['emit'] {
  return (type, object, previous) => {
    const event: Stripe.EventBase = {
      id: newId('evt'),
      object: 'event',
      api_version: Stripe.API_VERSION,
      created: now(),
      data: { object, ...(previous && { previous_attributes: previous }) },
      livemode: false,
      pending_webhooks: webhook.url === null ? 0 : 1,
      request,
      type,
    };
    objects.events.set(event.id, event);
    if (webhook.url !== null) deliver(objects, event, webhook.url, webhook);
  };
}

function deliver(objects: Objects, event: Stripe.EventBase, url: string, webhook: WebhookOptions): void {
  const payload = JSON.stringify(event, null, 2);
  webhook.deliverer.enqueue({
    id: event.id,
    send: async () => {
      const accepted = await post(url, payload, signPayload(payload, webhook.secret, webhook.clock()));
      if (accepted) objects.events.set(event.id, { ...event, pending_webhooks: 0 });
      return accepted;
    },
  });
}

async function post(url: string, payload: string, signature: string): Promise<boolean> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      'Stripe-Signature': signature,
    },
    body: payload,
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
  });
  await response.arrayBuffer();
  return response.ok;
}

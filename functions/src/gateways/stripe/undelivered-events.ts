import type Stripe from 'stripe';
import { BillingError } from '../../platform/errors';
import * as logs from '../../platform/logs';
import { payloadDigest } from '../digest';
import type { GatewayEvent } from '../gateway';
import { ask } from './call';
import { stripeClient } from './client';
import { HANDLED_TYPES } from './events';
import { toGatewayEvent } from './gateway-event';

const LARGEST_PAGE = 100;

/**
 * What Stripe could not deliver, oldest first; it keeps events for 30 days. The digest is of the event's JSON as the
 * list has it, since no signed body came. An event that cannot be read is logged and left out: it would stand in the
 * way of all after it, every time.
 */
export async function* undeliveredEvents(since: Date): AsyncGenerator<GatewayEvent> {
  for (const event of await undelivered(since)) {
    const read = await readable(event);
    if (read !== null) yield read;
  }
}

/**
 * Stripe lists the newest first, so all have to be there before the oldest is known. It takes twenty types in one
 * question; ours are more, and so are left out of those that it lists.
 */
function undelivered(since: Date): Promise<Stripe.Event[]> {
  return ask(async () => {
    const events: Stripe.Event[] = [];
    const list = stripeClient().events.list({
      delivery_success: false,
      created: { gte: Math.floor(since.getTime() / 1000) },
      limit: LARGEST_PAGE,
    });
    for await (const event of list) if (HANDLED_TYPES.includes(event.type)) events.push(event);
    return events.reverse();
  });
}

async function readable(event: Stripe.Event): Promise<GatewayEvent | null> {
  try {
    return await toGatewayEvent(event, payloadDigest(Buffer.from(JSON.stringify(event))));
  } catch (error) {
    if (isNoAnswer(error)) throw error;
    logs.gatewayEventFailed({ gateway: 'stripe', eventId: event.id, type: event.type }, error);
    return null;
  }
}

/** Stripe was asked for an object that the event names, and did not tell: the next event would fare no better. */
function isNoAnswer(error: unknown): boolean {
  const codes = ['GATEWAY_UNAVAILABLE', 'GATEWAY_NOT_CONFIGURED'];
  return error instanceof BillingError && codes.includes(error.code);
}

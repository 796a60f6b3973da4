import type { Request } from 'firebase-functions/v2/https';
import type { Response } from 'express';
import { applyGatewayEvent } from '../payments/apply-gateway-event';
import { clock } from '../platform/clock';
import { publicError } from '../platform/error-catalogue';
import { BillingError } from '../platform/errors';
import { firestore } from '../platform/firestore';
import * as logs from '../platform/logs';
import type { GatewayName } from '../schema/payment';
import type { GatewayEvent } from './gateway';
import { gatewayNamed } from './registry';

/** The largest callback seen in the wild is a tenth of this. */
const LARGEST_BODY = 256 * 1024;

/**
 * A gateway's callback: verify, apply, acknowledge. 200 only after the commit; what cannot be verified is
 * refused with 4xx and touches nothing; everything else that goes wrong is a 5xx, so that it is sent again.
 */
export async function handleCallback(name: GatewayName, request: Request, response: Response): Promise<void> {
  if (request.method !== 'POST') {
    response
      .set('Allow', 'POST')
      .status(405)
      .json({ error: { message: 'Callbacks are POSTed.' } });
    return;
  }
  const receivedAt = clock.now();
  let event: GatewayEvent;
  const gateway = await gatewayNamed(name);
  try {
    const body = rawBody(request);
    event = await gateway.readEvent({ body, headers: request.headers, receivedAt });
  } catch (error) {
    if (error instanceof BillingError) {
      logs.callbackRefused(name, error);
      answerError(response, error, 400);
    } else {
      logs.requestFailed(`webhooks.${name}`, error);
      answerError(response, new BillingError('INTERNAL'), 500);
    }
    return;
  }
  const ids = { gateway: name, eventId: event.id, type: event.type };
  try {
    const result = await applyGatewayEvent(firestore(), event, receivedAt);
    logs.gatewayEventHandled(ids, result);
    response.status(200).type('text/plain').send(gateway.acknowledgement);
  } catch (error) {
    logs.gatewayEventFailed(ids, error);
    answerError(response, error instanceof BillingError ? error : new BillingError('INTERNAL'), 500);
  }
}

function rawBody(request: Request): Buffer {
  // Typed as always there, but the platform leaves it out of a request without a body.
  const body = (request.rawBody as Buffer | undefined) ?? Buffer.alloc(0);
  if (body.length > LARGEST_BODY) throw new BillingError('BODY_TOO_LARGE', { bytes: body.length });
  return body;
}

function answerError(response: Response, error: BillingError, atLeast: number): void {
  const { http, message } = publicError(error);
  response.status(Math.max(http, atLeast)).json({ error: { code: error.code, message } });
}

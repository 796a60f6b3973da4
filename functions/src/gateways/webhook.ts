import type { Request } from 'firebase-functions/v2/https';
import type { Response } from 'express';
import { applyGatewayEvent } from '../payments/apply-gateway-event';
import { callLimits } from '../platform/call-limits';
import { bodySize } from '../platform/callable-gate';
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

const limits = { stripe: callLimits('webhooks.stripe'), paytr: callLimits('webhooks.paytr') };

/**
 * A gateway's callback: verify, apply, acknowledge. 200 only after the commit; what cannot be verified is
 * refused with 4xx and touches nothing; everything else that goes wrong is a 5xx, so that it is sent again. Only what
 * cannot be verified is limited, and never before it was looked at: no flood makes us refuse a signed callback.
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
      refuse(name, request, response, error, receivedAt);
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

function refuse(
  name: GatewayName,
  request: Request,
  response: Response,
  error: BillingError,
  now: Date,
): void {
  try {
    // What is missing in our own settings is no fault of whoever called.
    if (publicError(error).http < 500) limits[name].stranger(request, now);
    logs.callbackRefused(name, error);
    answerError(response, error, 400);
  } catch (limited) {
    if (!(limited instanceof BillingError)) throw limited;
    answerError(response, limited, 400);
  }
}

function rawBody(request: Request): Buffer {
  const bytes = bodySize(request);
  if (bytes > LARGEST_BODY) throw new BillingError('BODY_TOO_LARGE', { bytes });
  return bytes === 0 ? Buffer.alloc(0) : request.rawBody;
}

function answerError(response: Response, error: BillingError, atLeast: number): void {
  const { http, message } = publicError(error);
  response.status(Math.max(http, atLeast)).json({ error: { code: error.code, message } });
}

import type { Response } from 'express';
import type { CallableFunction, Request } from 'firebase-functions/v2/https';
import type { CallLimits } from './call-limits';
import { clock } from './clock';
import { publicError } from './error-catalogue';
import { BillingError } from './errors';
import * as logs from './logs';

/**
 * Refuses what is no call of the callable protocol before the SDK sees it: the SDK would write the body of such a
 * request, whatever it holds, into the log. Everything else, preflights included, is the SDK's.
 */
export function behindGate<Req, Res, Stream>(
  name: string,
  limits: CallLimits,
  deployed: CallableFunction<Req, Res, Stream>,
): CallableFunction<Req, Res, Stream> {
  // A proxy, because the SDK hangs what deployment needs to know on the function itself.
  return new Proxy(deployed, {
    apply: (target, _this, [request, response]: [Request, Response]) => {
      if (request.method === 'OPTIONS' || isCall(request)) return target(request, response);
      try {
        limits.stranger(request, clock.now());
        const error = new BillingError('MALFORMED_BODY');
        logs.requestRefused(name, error);
        throw error;
      } catch (error) {
        if (!(error instanceof BillingError)) throw error;
        answer(response, error);
        return undefined;
      }
    },
  });
}

/** How many bytes came; a request without a body has none. */
export function bodySize(request: Request): number {
  // Typed as always there, but the platform leaves it out of a request without a body.
  return (request.rawBody as Buffer | undefined)?.length ?? 0;
}

/** A POST of JSON with the one field `data`. */
function isCall(request: Request): boolean {
  if (request.method !== 'POST' || request.is('application/json') === false) return false;
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null) return false;
  return Object.keys(body).join() === 'data';
}

/** As the callable protocol writes errors. */
function answer(response: Response, error: BillingError): void {
  const { callable, http, message } = publicError(error);
  const status = callable.toUpperCase().replaceAll('-', '_');
  response
    .status(http)
    .json({ error: { status, message, details: { code: error.code, facts: error.facts } } });
}

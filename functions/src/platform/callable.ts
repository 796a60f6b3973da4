import type { CallableOptions, CallableRequest } from 'firebase-functions/v2/https';
import { HttpsError, onCall } from 'firebase-functions/v2/https';
import type * as z from 'zod';
import type { ErrorDetails } from '../schema/errors';
import type { Caller } from './auth';
import { callerOf, requireStaff } from './auth';
import type { CallLimits } from './call-limits';
import { callLimits } from './call-limits';
import { behindGate, bodySize } from './callable-gate';
import { clientAddress } from './client-address';
import { clock } from './clock';
import { publicError } from './error-catalogue';
import { BillingError } from './errors';
import { firestore } from './firestore';
import * as logs from './logs';
import type { Operation } from './operation';
import { params } from './params';

const LARGEST_BODY = 1024 * 1024;

/**
 * Deploys an operation as a callable. Its code is loaded by the first call, so that a function's cold start
 * pays only for itself. Every refusal reaches the client as an HttpsError whose details are `ErrorDetails`.
 */
export function callable<Request, Response>(
  name: string,
  load: () => Promise<Operation<Request, Response>>,
  options: CallableOptions = {},
) {
  const limits = callLimits(name);
  const deployed = onCall({ cors: params.appUrl, ...options }, async (request) => {
    try {
      const caller = admit(limits, request);
      return await run(await load(), caller, request);
    } catch (error) {
      throw asHttpsError(name, error);
    }
  });
  return behindGate(name, limits, deployed);
}

/**
 * Who calls, once it may be answered.
 * @throws BillingError UNAUTHENTICATED, APP_NOT_VERIFIED or RATE_LIMITED.
 */
function admit(limits: CallLimits, { auth, app, rawRequest }: CallableRequest): Caller {
  const now = clock.now();
  if (auth === undefined) limits.stranger(rawRequest, now);
  const caller = callerOf(auth);
  // Not of staff: other modules call in its name from servers, for which nobody attests.
  if (params.enforceAppCheck.value() && caller.role === null && app === undefined) {
    limits.stranger(rawRequest, now);
    throw new BillingError('APP_NOT_VERIFIED');
  }
  limits.caller(caller, rawRequest, now);
  return caller;
}

async function run<Request, Response>(
  { request: schema, allowed, largestBody = LARGEST_BODY, run }: Operation<Request, Response>,
  caller: Caller,
  { data, rawRequest }: CallableRequest,
): Promise<Response> {
  if (allowed === 'staff') requireStaff(caller);
  const bytes = bodySize(rawRequest);
  if (bytes > largestBody) throw new BillingError('BODY_TOO_LARGE', { bytes });
  const request = parse(schema, data);
  return run(request, {
    caller,
    db: firestore(),
    now: clock.now(),
    ipAddress: clientAddress(rawRequest),
  });
}

function parse<Request>(schema: z.ZodType<Request>, data: unknown): Request {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'request'}: ${message}`,
  );
  throw new BillingError('INVALID_REQUEST', { problems: problems.join('; ') });
}

function asHttpsError(name: string, error: unknown): HttpsError {
  if (error instanceof BillingError) {
    if (error.code !== 'RATE_LIMITED') logs.requestRefused(name, error);
    const { callable: code, message } = publicError(error);
    return new HttpsError(code, message, { code: error.code, facts: error.facts } satisfies ErrorDetails);
  }
  logs.requestFailed(name, error);
  const internal = new BillingError('INTERNAL');
  return new HttpsError('internal', publicError(internal).message, {
    code: 'INTERNAL',
    facts: {},
  } satisfies ErrorDetails);
}

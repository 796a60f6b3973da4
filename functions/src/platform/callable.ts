import type { CallableOptions, CallableRequest } from 'firebase-functions/v2/https';
import { HttpsError, onCall } from 'firebase-functions/v2/https';
import type * as z from 'zod';
import type { ErrorDetails } from '../schema/errors';
import { callerOf, requireStaff } from './auth';
import { clock } from './clock';
import { publicError } from './error-catalogue';
import { BillingError } from './errors';
import { firestore } from './firestore';
import * as logs from './logs';
import type { Operation } from './operation';

/** The Functions emulator hands requests over a local socket, which has no address. */
const NO_ADDRESS = '127.0.0.1';

/**
 * Deploys an operation as a callable. Its code is loaded by the first call, so that a function's cold start
 * pays only for itself. Every refusal reaches the client as an HttpsError whose details are `ErrorDetails`.
 */
export function callable<Request, Response>(
  name: string,
  load: () => Promise<Operation<Request, Response>>,
  options: CallableOptions = {},
) {
  return onCall(options, async (request) => {
    try {
      return await run(await load(), request);
    } catch (error) {
      throw asHttpsError(name, error);
    }
  });
}

async function run<Request, Response>(
  { request: schema, allowed, run }: Operation<Request, Response>,
  { data, auth, rawRequest }: CallableRequest,
): Promise<Response> {
  const caller = callerOf(auth);
  if (allowed === 'staff') requireStaff(caller);
  const request = parse(schema, data);
  const ipAddress = rawRequest.ip ?? NO_ADDRESS;
  return run(request, { caller, db: firestore(), now: clock.now(), ipAddress });
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
    logs.requestRefused(name, error);
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

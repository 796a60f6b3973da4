import type { DecodedIdToken } from 'firebase-admin/auth';
import type { CallableRequest } from 'firebase-functions/v2/https';
import { HttpsError } from 'firebase-functions/v2/https';
import type { Role } from '../schema/roles';
import type { ErrorDetails } from '../schema/errors';

type Auth = CallableRequest['auth'];

/** Where test callers sit (a documentation address of RFC 5737). */
export const CALLER_IP = '203.0.113.7';

/** A signed-in caller: a customer, or a member of staff when a role is given. */
export function signedIn(uid: string, role?: Role): Auth {
  // All of a decoded token that `callerOf` reads.
  const token = { uid, sub: uid, ...(role === undefined ? {} : { role }) } as unknown as DecodedIdToken;
  return { uid, token, rawToken: 'not looked at' };
}

export const finance = signedIn('finance-1', 'finance');
export const admin = signedIn('admin-1', 'admin');

interface Callable<Answer> {
  run(request: CallableRequest): Answer | Promise<Answer>;
}

/** Calls an exported callable as the platform does once it has checked the caller's token. */
export async function call<Answer>(callable: Callable<Answer>, data: unknown, auth: Auth): Promise<Answer> {
  // All that an operation is told of the request itself.
  const rawRequest = { ip: CALLER_IP, headers: {} } as unknown as CallableRequest['rawRequest'];
  return callable.run({ data, auth, rawRequest, acceptsStreaming: false });
}

/** The error that a call ends in, as the client sees it. */
export function refusal(
  answer: Promise<unknown>,
): Promise<{ status: string; message: string } & ErrorDetails> {
  return answer.then(
    () => {
      throw new Error('The call was answered, not refused');
    },
    (error: unknown) => {
      if (!(error instanceof HttpsError)) throw error;
      return { status: error.code, message: error.message, ...(error.details as ErrorDetails) };
    },
  );
}

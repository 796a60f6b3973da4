import { ApiError } from './errors';

/** The key of a Bearer or a Basic header; a Basic header carries it as the user name. */
function keyOf(authorization: string | undefined): string | undefined {
  const [scheme = '', value = ''] = (authorization ?? '').split(' ');
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() === 'basic') return Buffer.from(value, 'base64').toString().split(':')[0];
  return undefined;
}

/** Throws what Stripe answers to a missing or a wrong API key. */
export function authenticate(authorization: string | undefined, secretKey: string): void {
  const key = keyOf(authorization);
  if (key === secretKey) return;
  const message =
    key === undefined || key === ''
      ? 'You did not provide an API key. You need to provide your API key in the Authorization header, using ' +
        "Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY')."
      : `Invalid API Key provided: ${key.slice(0, 8)}${'*'.repeat(Math.max(0, key.length - 12))}${key.slice(-4)}`;
  throw new ApiError(401, { type: 'invalid_request_error', message });
}

import type { Request } from 'firebase-functions/v2/https';

/** The Functions emulator hands requests over a local socket, which has no address. */
const NO_ADDRESS = '127.0.0.1';

/**
 * Where a request came from, as Google's front end saw it: it appends the address to `X-Forwarded-For`, whose other
 * entries are whatever the client wrote. Behind Hosting it is an address of the content network.
 */
export function clientAddress({ headers, ip }: Pick<Request, 'headers' | 'ip'>): string {
  const forwarded = headers['x-forwarded-for'];
  const entries = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',');
  const last = entries.at(-1)?.trim() ?? '';
  return last === '' ? (ip ?? NO_ADDRESS) : last;
}

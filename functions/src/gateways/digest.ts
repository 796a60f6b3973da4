import { createHash } from 'node:crypto';

/** SHA-256 of a callback's body, in hexadecimal: proof of what came, without keeping it. */
export function payloadDigest(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}

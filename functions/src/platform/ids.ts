import { createHash } from 'node:crypto';

export const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Letters and digits only: PayTR takes nothing else in an order number. */
export const INVOICE_ID_LENGTH = 20;
export const PAYMENT_ID_LENGTH = 15;

/**
 * An id that always comes out the same for the same parts, so that a repeated request finds its first document
 * instead of making a second one. Nobody can aim it at another user's document without their uid and key.
 */
export function derivedId(length: number, ...parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  let value = BigInt(`0x${digest.toString('hex')}`);
  let id = '';
  while (id.length < length) {
    id += ALPHABET.charAt(Number(value % 62n));
    value /= 62n;
  }
  return id;
}

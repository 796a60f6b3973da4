import { randomInt } from 'node:crypto';
import { ALPHABET } from './ids';

/** An id that names nothing before: letters and digits. */
export function randomId(length = 20): string {
  return Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}

import { randomBytes } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Stripe's object prefixes and how many characters follow the underscore. */
const LENGTHS = {
  ch: 24,
  cs_test: 58,
  cus: 14,
  du: 24,
  evt: 24,
  il: 24,
  in: 24,
  inpay: 24,
  li: 24,
  pi: 24,
  pm: 24,
  price: 24,
  prod: 14,
  py: 24,
  pyr: 24,
  re: 24,
  req: 14,
  seti: 24,
  setatt: 24,
  si: 14,
  sub: 24,
  txn: 24,
} as const;

export type IdPrefix = keyof typeof LENGTHS;

/** Random letters and digits; not evenly spread, which ids for tests need not be. */
export function randomText(length: number): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

/** A new id as Stripe writes them: `pi_` and 24 letters and digits. */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${randomText(LENGTHS[prefix])}`;
}

import type { PaymentFailure } from '../../schema/payment';

/** PayTR's failed_reason_code (its "Bildirim URL" documentation); code 0 carries the bank's own Turkish text. */
const FAILURES: Readonly<Record<string, PaymentFailure>> = {
  '1': 'AUTHENTICATION_FAILED',
  '2': 'AUTHENTICATION_FAILED',
  '3': 'SECURITY',
  // Of bank transfers: not found on the account; less than what was to be paid.
  '4': 'TRANSFER_MISSING',
  '5': 'TRANSFER_SHORT',
  '6': 'ABANDONED',
  '8': 'INSTALLMENT',
  '9': 'GENERAL',
  '10': 'AUTHENTICATION_REQUIRED',
  '11': 'SECURITY',
  '99': 'OUTAGE',
};

/** Words of a bank's text that tell a family of refusals, in Turkish lower case. */
const BANK_WORDS: readonly (readonly [RegExp, PaymentFailure])[] = [
  [/limit|bakiye/, 'FUNDS'],
  [/son kullanma|süresi dol|vade/, 'EXPIRED_CARD'],
  [/cvv|cvc|güvenlik kodu|kart numarası/, 'WRONG_DATA'],
];

export function failureOf(code: string, message: string): PaymentFailure {
  const known = FAILURES[code];
  if (known !== undefined) return known;
  const text = message.toLocaleLowerCase('tr');
  return BANK_WORDS.find(([words]) => words.test(text))?.[1] ?? 'GENERAL';
}

import { findTestCard } from '../test-cards';
import type { CardDetails } from '../payments/payment-method';
import type { FormError } from './texts';

export const FIELDS = ['email', 'number', 'expiry', 'cvc', 'name'] as const;

export type Field = (typeof FIELDS)[number];

/** What the customer typed. */
export type FormValues = Record<Field, string>;

export type FormErrors = Partial<Record<Field, FormError>>;

export const NO_VALUES: FormValues = { email: '', number: '', expiry: '', cvc: '', name: '' };

/** The checksum of card numbers (Luhn, ISO/IEC 7812-1). */
export function hasValidChecksum(number: string): boolean {
  const sum = Array.from(number)
    .toReversed()
    .reduce((total, digit, index) => {
      const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return /^\d{12,19}$/.test(number) && sum % 10 === 0;
}

export function readForm(body: unknown): FormValues {
  const sent = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const field = (name: Field): string => {
    const value = sent[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    email: field('email'),
    number: field('number'),
    expiry: field('expiry'),
    cvc: field('cvc'),
    name: field('name'),
  };
}

function readExpiry(text: string, now: Date): { month: number; year: number } | FormError {
  const [, monthText, yearText] = /^(0?[1-9]|1[0-2])\s*\/?\s*(?:20)?(\d{2})$/.exec(text) ?? [];
  if (monthText === undefined || yearText === undefined) return 'expiry_incomplete';
  const month = Number(monthText);
  const year = 2000 + Number(yearText);
  return Date.UTC(year, month) <= now.getTime() ? 'expiry_past' : { month, year };
}

/** Checks the card form. `knownEmail` is what the session already has; without it the form must bring one. */
export function checkForm(
  values: FormValues,
  knownEmail: string | null,
  now: Date,
): { details: CardDetails } | { errors: FormErrors } {
  const number = values.number.replaceAll(/[\s-]/g, '');
  const card = findTestCard(number);
  const expiry = readExpiry(values.expiry, now);
  const errors: FormErrors = {
    ...(knownEmail === null &&
      !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email) && { email: 'email_invalid' }),
    ...(!card && { number: hasValidChecksum(number) ? 'number_unknown' : 'number_incomplete' }),
    ...(typeof expiry === 'string' && { expiry }),
    ...(!/^\d{3}$/.test(values.cvc) && { cvc: 'cvc_incomplete' }),
    ...(values.name === '' && { name: 'name_missing' }),
  };
  if (!card || typeof expiry === 'string' || Object.keys(errors).length > 0) return { errors };
  const email = knownEmail ?? values.email;
  return { details: { card, expMonth: expiry.month, expYear: expiry.year, name: values.name, email } };
}

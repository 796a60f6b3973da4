import { currencyExponent } from '@hyble/billing-functions/src/core/currency';
import { minorUnits } from '@hyble/billing-functions/src/core/money';
import type { MinorUnits } from '@hyble/billing-functions/src/core/money';
import type { Locale } from '@hyble/billing-functions/src/schema/common';

/** What groups digits and what begins the decimals, in each language. */
const MARKS: Record<Locale, { group: '.' | ','; decimal: '.' | ',' }> = {
  tr: { group: '.', decimal: ',' },
  en: { group: ',', decimal: '.' },
};

export type ReadNumber =
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid' }
  | {
      readonly kind: 'number';
      /** Plain decimal text such as `-1234.5`. */
      readonly text: string;
      /** The same characters mean another number in the other language; say which one was read. */
      readonly isAmbiguous: boolean;
    };

/**
 * Reads a number as people type or paste it. Both `1.234,56` and `1,234.56` are understood in both languages,
 * since two different marks leave no doubt. A single mark with three digits after it, as in `1.234`, is read as
 * the language has it, and reported as ambiguous.
 */
export function readNumber(input: string, locale: Locale): ReadNumber {
  const compact = input.replace(/[\s\u00a0\u202f'’]/g, '').replace(/[−–]/g, '-');
  if (compact === '') return { kind: 'empty' };
  const shape = /^(-?)([\d.,]+)$/.exec(compact);
  if (shape === null) return { kind: 'invalid' };
  const [, sign = '', body = ''] = shape;
  const read = readMarks(body, locale);
  return read === null ? { kind: 'invalid' } : { kind: 'number', ...read, text: sign + read.text };
}

function readMarks(body: string, locale: Locale): { text: string; isAmbiguous: boolean } | null {
  const marks = [...new Set(body.replace(/\d/g, ''))];
  const [first, second] = marks;
  if (first === undefined) return { text: body, isAmbiguous: false };
  if (second !== undefined) return split(body, { group: first, decimal: second });

  const isRepeated = body.split(first).length > 2;
  if (isRepeated) return split(body, { group: first, decimal: null });
  const looksGrouped = isGrouped(body, first);
  const isDecimal = !looksGrouped || MARKS[locale].decimal === first;
  const read = split(body, isDecimal ? { group: null, decimal: first } : { group: first, decimal: null });
  return read && { ...read, isAmbiguous: looksGrouped };
}

function split(body: string, marks: { group: string | null; decimal: string | null }) {
  const parts = marks.decimal === null ? [body] : body.split(marks.decimal);
  const [whole = '', decimals = ''] = parts;
  if (parts.length > 2 || !/^\d*$/.test(decimals)) return null;
  if (marks.group !== null && !isGrouped(whole, marks.group)) return null;
  const digits = marks.group === null ? whole : whole.replaceAll(marks.group, '');
  if (digits === '' && decimals === '') return null;
  return { text: `${digits || '0'}${decimals === '' ? '' : `.${decimals}`}`, isAmbiguous: false };
}

/** Groups of three after a first one of one to three digits, which is not zero. */
function isGrouped(body: string, mark: string): boolean {
  const [head = '', ...groups] = body.split(mark);
  return /^[1-9]\d{0,2}$/.test(head) && groups.length > 0 && groups.every((group) => /^\d{3}$/.test(group));
}

export type ReadMoney =
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid' }
  /** More decimals than the currency has; nothing is cut off silently. */
  | { readonly kind: 'too-fine' }
  | { readonly kind: 'amount'; readonly amount: MinorUnits; readonly isAmbiguous: boolean };

/** Reads an amount of money into minor units of its currency. */
export function readMoney(input: string, currency: string, locale: Locale): ReadMoney {
  const read = readNumber(stripSigns(input), locale);
  if (read.kind !== 'number') return read;
  const exponent = currencyExponent(currency);
  const [whole = '', decimals = ''] = read.text.split('.');
  const significant = decimals.replace(/0+$/, '');
  if (significant.length > exponent) return { kind: 'too-fine' };
  const amount = Number(`${whole}${significant.padEnd(exponent, '0')}`);
  if (!Number.isSafeInteger(amount)) return { kind: 'invalid' };
  return { kind: 'amount', amount: minorUnits(amount), isAmbiguous: read.isAmbiguous };
}

/** An amount as the text of its field: `1.234,50` in Turkish, `1,234.50` in English. */
export function moneyFieldText(amount: number, currency: string, locale: Locale): string {
  const exponent = currencyExponent(currency);
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0');
  const whole = exponent === 0 ? digits : digits.slice(0, -exponent);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, MARKS[locale].group);
  const decimals = exponent === 0 ? '' : `${MARKS[locale].decimal}${digits.slice(-exponent)}`;
  return `${amount < 0 ? '-' : ''}${grouped}${decimals}`;
}

/** A quantity or a rate as the text of its field. */
export function numberFieldText(value: number, locale: Locale): string {
  return String(value).replace('.', MARKS[locale].decimal);
}

/** A pasted amount may bring its currency along. */
function stripSigns(input: string): string {
  return input.replace(/[\p{Sc}]|[A-Za-z]{2,3}/gu, '');
}

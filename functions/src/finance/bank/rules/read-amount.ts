import { currencyExponent } from '../../../core/currency';
import type { MinorUnits } from '../../../core/money';
import { minorUnits } from '../../../core/money';

/**
 * A decimal number of XML in minor units: `1234.5` EUR is 123450. Null when it is none, is negative, or has more
 * decimals than the currency.
 */
export function readDecimal(text: string, currency: string): MinorUnits | null {
  const [, whole, fraction = ''] = /^\+?(\d+)(?:\.(\d*))?$/.exec(text.trim()) ?? [];
  return whole === undefined ? null : fromDigits('', whole, fraction, currency);
}

/**
 * An amount as people and spreadsheets write it: `1.234,56`, `1,234.56`, `-12,5 TL`, `12.00-`, `(12.00)`. Of one
 * separator before three digits (`1.234`) it says thousands, unless the currency has three decimals. Null when it
 * is no amount.
 */
export function readLocalAmount(text: string, currency: string): MinorUnits | null {
  const [, opened, signBefore, digits = '', signAfter, closed] =
    /^(\()?([-+])?(\d[\d.,' ]*?)([-+])?(\))?$/.exec(withoutUnits(text)) ?? [];
  const sign = signBefore ?? signAfter;
  const isOneSign = [opened, signBefore, signAfter].filter((mark) => mark !== undefined).length <= 1;
  if (!isOneSign || (opened === undefined) !== (closed === undefined)) return null;
  const { whole, fraction } = splitDigits(digits, currencyExponent(currency));
  const groups = /^(?:\d+|\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*)$/;
  if (!groups.test(whole)) return null;
  const isNegative = sign === '-' || opened !== undefined;
  return fromDigits(isNegative ? '-' : '', whole.replace(/\D/g, ''), fraction, currency);
}

/** Without the currency's code or symbol, and with a plain minus and plain spaces. */
function withoutUnits(text: string): string {
  return text
    .replace(/[\p{L}\p{Sc}]/gu, '')
    .replace(/\p{Pd}|−/gu, '-')
    .replace(/\s/gu, ' ')
    .trim()
    .replace(/^([-+]) +/, '$1')
    .replace(/ +([-+])$/, '$1');
}

function splitDigits(digits: string, exponent: number): { whole: string; fraction: string } {
  const at = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (at === -1) return { whole: digits, fraction: '' };
  const tail = digits.slice(at + 1);
  const separator = digits.charAt(at);
  const isRepeated = digits.indexOf(separator) !== at;
  const hasOther = /[.,' ]/.test(digits.slice(0, at).replaceAll(separator, ''));
  const isThousands = isRepeated || (!hasOther && tail.length === 3 && exponent !== 3);
  return isThousands ? { whole: digits, fraction: '' } : { whole: digits.slice(0, at), fraction: tail };
}

function fromDigits(sign: string, whole: string, fraction: string, currency: string): MinorUnits | null {
  const exponent = currencyExponent(currency);
  const kept = fraction.replace(/0+$/, '');
  if (!/^\d*$/.test(fraction) || kept.length > exponent) return null;
  const value = Number(`${sign}${whole}${kept.padEnd(exponent, '0')}`);
  return Number.isSafeInteger(value) ? minorUnits(value) : null;
}

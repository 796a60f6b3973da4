import { currencyExponent, toDecimalString } from '@hyble/billing-functions/src/core/currency';
import type { Locale } from '@hyble/billing-functions/src/schema/common';

/** Signs that more than one currency uses; those show what the locale finds unambiguous, such as CA$. */
const SHARED_SIGNS = new Set(['$', '¥', '£', 'kr', 'Rs', 'Lt']);

/** An amount in minor units as people write it: 120000 TRY is `₺1.200,00` in Turkish, `₺1,200.00` in English. */
export function formatMoney(amount: number, currency: string, locale: Locale): string {
  const exponent = currencyExponent(currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: SHARED_SIGNS.has(narrowSign(currency)) ? 'symbol' : 'narrowSymbol',
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  });
  // Text, not a number: a double would lose digits of large amounts when divided.
  return format.format(toDecimalString(amount, currency) as Intl.StringNumericLiteral);
}

/** The sign that stands before an amount in a money field. */
export function currencySign(currency: string, locale: Locale): string {
  const parts = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: SHARED_SIGNS.has(narrowSign(currency)) ? 'symbol' : 'narrowSymbol',
  }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

/** Percent points: 20.5 is `%20,5` in Turkish, `20.5%` in English. */
export function formatPercent(percent: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(percent / 100);
}

/** A quantity: at most three decimals. */
export function formatQuantity(quantity: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(quantity);
}

function narrowSign(currency: string): string {
  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

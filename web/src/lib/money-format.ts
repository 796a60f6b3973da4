import { currencyExponent, toDecimalString } from '@hyble/billing-functions/src/core/currency';
import type { Locale } from '@hyble/billing-functions/src/schema/common';
import { remembered } from './remembered';

/** Signs that more than one currency uses; those show what the locale finds unambiguous, such as CA$. */
const SHARED_SIGNS = new Set(['$', '¥', '£', 'kr', 'Rs', 'Lt']);

/** An amount in minor units as people write it: 120000 TRY is `₺1.200,00` in Turkish, `₺1,200.00` in English. */
export function formatMoney(amount: number, currency: string, locale: Locale): string {
  // Text, not a number: a double would lose digits of large amounts when divided.
  return moneyFormat(locale, currency).format(toDecimalString(amount, currency) as Intl.StringNumericLiteral);
}

/** The sign that stands before an amount in a money field. */
export function currencySign(currency: string, locale: Locale): string {
  return signOf(moneyFormat(locale, currency)) ?? currency;
}

/** Percent points: 20.5 is `%20,5` in Turkish, `20.5%` in English. */
export function formatPercent(percent: number, locale: Locale): string {
  return percentFormat(locale).format(percent / 100);
}

/** A quantity: at most three decimals. */
export function formatQuantity(quantity: number, locale: Locale): string {
  return quantityFormat(locale).format(quantity);
}

const moneyFormat = remembered((locale: string, currency: string) => {
  const exponent = currencyExponent(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: SHARED_SIGNS.has(narrowSign(currency)) ? 'symbol' : 'narrowSymbol',
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  });
});

const percentFormat = remembered(
  (locale: string) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }),
);

const quantityFormat = remembered(
  (locale: string) => new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }),
);

function narrowSign(currency: string): string {
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  return signOf(format) ?? currency;
}

function signOf(format: Intl.NumberFormat): string | undefined {
  return format.formatToParts(0).find(({ type }) => type === 'currency')?.value;
}

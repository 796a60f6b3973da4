import { SELLER_TIME_ZONE } from '../../core/calendar';
import { currencyExponent, toDecimalString } from '../../core/currency';
import type { Locale } from '../../schema/common';

/** How one language writes the values of an invoice in one currency. */
export interface Formats {
  /** An amount in minor units, with the currency's sign: ₺1.000,00 or ₺1,000.00. */
  readonly money: (amount: number) => string;
  /** The seller's calendar day: 05.03.2026 or 5 Mar 2026. */
  readonly date: (instant: Date) => string;
  readonly quantity: (quantity: number) => string;
  /** A rate in percent: %20 or 20%. */
  readonly rate: (percent: number) => string;
  /** The name of a country, from its two-letter code. */
  readonly country: (code: string) => string;
}

/** Numbers and dates of English invoices follow different countries: 1,000.00, yet 5 Mar 2026. */
const TAGS: Record<Locale, { readonly numbers: string; readonly dates: Intl.DateTimeFormat }> = {
  tr: { numbers: 'tr-TR', dates: dayFormat('tr-TR', { day: '2-digit', month: '2-digit' }) },
  en: { numbers: 'en-US', dates: dayFormat('en-GB', { day: 'numeric', month: 'short' }) },
};

/** Building an Intl formatter costs more than a hundred uses of it. */
const built = new Map<string, Formats>();

export function formatsFor(locale: Locale, currency: string): Formats {
  const key = `${locale} ${currency}`;
  const known = built.get(key);
  if (known !== undefined) return known;
  const formats = build(locale, currency);
  built.set(key, formats);
  return formats;
}

function build(locale: Locale, currency: string): Formats {
  const { numbers, dates } = TAGS[locale];
  const exponent = currencyExponent(currency);
  const money = new Intl.NumberFormat(numbers, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  });
  const quantities = new Intl.NumberFormat(numbers, { maximumFractionDigits: 3 });
  const rates = new Intl.NumberFormat(numbers, { style: 'percent', maximumFractionDigits: 2 });
  const countries = new Intl.DisplayNames(numbers, { type: 'region' });
  return {
    // Decimal text, not a quotient: Intl formats it exactly, and the scale stays with core/currency.
    money: (amount) => money.format(toDecimalString(amount, currency) as Intl.StringNumericLiteral),
    date: (instant) => dates.format(instant),
    quantity: (quantity) => quantities.format(quantity),
    rate: (percent) => rates.format(percent / 100),
    country: (code) => countries.of(code) ?? code,
  };
}

function dayFormat(tag: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(tag, { ...parts, year: 'numeric', timeZone: SELLER_TIME_ZONE });
}

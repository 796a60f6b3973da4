/** Currencies whose amounts Stripe takes without decimals, and with three. Others have two, ISK and UGX too. */
const ZERO_DECIMAL = 'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' ');
const THREE_DECIMAL = 'bhd jod kwd omr tnd'.split(' ');

/** The least Stripe charges, in minor units, where it publishes a floor for the currency. */
const MINIMUMS: Readonly<Record<string, number>> = {
  aed: 200,
  aud: 50,
  brl: 50,
  cad: 50,
  chf: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17500,
  inr: 50,
  jpy: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
  usd: 50,
};

const MAXIMUM = 99_999_999;

export type AmountFault = 'amount_too_small' | 'amount_too_large' | 'parameter_invalid_integer';

/** Decimal places of an amount that Stripe counts in minor units. `currency` is lower case. */
export function minorUnitDigits(currency: string): number {
  if (ZERO_DECIMAL.includes(currency)) return 0;
  return THREE_DECIMAL.includes(currency) ? 3 : 2;
}

export function isCurrency(currency: string): boolean {
  return Intl.supportedValuesOf('currency').includes(currency.toUpperCase());
}

/** What Stripe holds against charging `amount` minor units, or null. Three-decimal amounts end in 0. */
export function amountFault(amount: number, currency: string): AmountFault | null {
  if (amount < (MINIMUMS[currency] ?? 1)) return 'amount_too_small';
  if (amount > MAXIMUM) return 'amount_too_large';
  if (minorUnitDigits(currency) === 3 && amount % 10 !== 0) return 'parameter_invalid_integer';
  return null;
}

/** The amount as people read it in the language: 105000 TRY is `₺1.050,00` in Turkish. */
export function formatAmount(amount: number, currency: string, language: string): string {
  const digits = minorUnitDigits(currency);
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: currency.toUpperCase(),
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount / 10 ** digits);
}

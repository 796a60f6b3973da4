/** What we invoice in. */
const CURRENCIES = ['TRY', 'EUR', 'USD', 'GBP', 'RUB', 'CHF', 'JPY', 'KWD', 'AED', 'SAR'];

/** What we invoice in, and the one that is chosen already if it is another. */
export function currencyChoices(chosen: string): string[] {
  return [...new Set([...CURRENCIES, chosen])];
}

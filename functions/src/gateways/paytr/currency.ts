/** PayTR says TL where ISO 4217 says TRY. */
export function toPaytrCurrency(currency: string): string {
  return currency === 'TRY' ? 'TL' : currency;
}

/** PayTR takes lira for granted where it says nothing. */
export function fromPaytrCurrency(text: string | undefined): string {
  return text === undefined || text === '' || text === 'TL' ? 'TRY' : text;
}

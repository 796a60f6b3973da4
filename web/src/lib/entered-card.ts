/** A card as its owner types it. It stays in the browser, which posts it to the gateway. */
export interface EnteredCard {
  readonly owner: string;
  readonly number: string;
  /** `12/30`, or `1230`. */
  readonly expiry: string;
  readonly cvv: string;
}

export type CardField = keyof EnteredCard;

/** Which fields cannot be right, so that nobody waits for a bank to say so. */
export function cardProblems({ owner, number, expiry, cvv }: EnteredCard): ReadonlySet<CardField> {
  const digits = digitsOf(number);
  const wrong: [CardField, boolean][] = [
    ['owner', owner.trim() === ''],
    ['number', digits.length < 13 || digits.length > 19 || !isLuhn(digits)],
    ['expiry', expiryOf(expiry) === null],
    ['cvv', !/^\d{3,4}$/.test(cvv)],
  ];
  return new Set(wrong.flatMap(([field, isWrong]) => (isWrong ? [field] : [])));
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Month and year in two digits each, as PayTR wants them; null when it is no month. */
export function expiryOf(text: string): { readonly month: string; readonly year: string } | null {
  const [, month, year] = /^(0[1-9]|1[0-2])\s*\/?\s*(?:20)?(\d{2})$/.exec(text.trim()) ?? [];
  return month === undefined || year === undefined ? null : { month, year };
}

/** The check digit that every card number ends with (ISO/IEC 7812-1, annex B). */
function isLuhn(digits: string): boolean {
  const sum = Array.from(digits, Number)
    .reverse()
    .reduce((total, digit, index) => {
      const value = digit * (index % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

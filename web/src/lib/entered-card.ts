import { expiryOf as expiryOfMethod } from './card-expiry';

/** A card as its owner types it. It stays in the browser, which posts it to the gateway. */
export interface EnteredCard {
  readonly owner: string;
  readonly number: string;
  /** `12/30`, or `1230`. */
  readonly expiry: string;
  readonly cvv: string;
}

export type CardField = keyof EnteredCard;

/** What cannot be right about a field: what it should hold is not there, or the month is over. */
export type CardProblem = CardField | 'expired';

/** What cannot be right, by field in the order of the form, so that nobody waits for a bank to say so. */
export function cardProblems(
  { owner, number, expiry, cvv }: EnteredCard,
  now: Date,
): ReadonlyMap<CardField, CardProblem> {
  const digits = digitsOf(number);
  const month = expiryOf(expiry);
  const wrong: [CardField, CardProblem, boolean][] = [
    ['owner', 'owner', owner.trim() === ''],
    ['number', 'number', digits.length < 13 || digits.length > 19 || !isLuhn(digits)],
    ['expiry', 'expiry', month === null],
    ['expiry', 'expired', month !== null && isOver(month, now)],
    ['cvv', 'cvv', !/^\d{3,4}$/.test(cvv)],
  ];
  return new Map(wrong.flatMap(([field, problem, isWrong]) => (isWrong ? [[field, problem]] : [])));
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Month and year in two digits each, as PayTR wants them; null when it is no month. */
export function expiryOf(text: string): { readonly month: string; readonly year: string } | null {
  const [, month, year] = /^(0[1-9]|1[0-2])\s*\/?\s*(?:20)?(\d{2})$/.exec(text.trim()) ?? [];
  return month === undefined || year === undefined ? null : { month, year };
}

/** By the rule that a kept card is charged by. */
function isOver({ month, year }: { readonly month: string; readonly year: string }, now: Date): boolean {
  return expiryOfMethod({ expMonth: Number(month), expYear: 2000 + Number(year) }, now) === 'expired';
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

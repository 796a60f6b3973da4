/** Everything from the first to the second, both included, as text is ordered. */
export interface TextRange {
  readonly first: string;
  readonly last: string;
}

/** Sorts after every character that a number, a name or an address has. */
const LAST = '\uf8ff';

/** All text that begins so. */
export function beginningWith(text: string): TextRange {
  return { first: text, last: text + LAST };
}

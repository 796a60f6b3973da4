/**
 * All arithmetic on money. Amounts are whole minor units (kuruş, cent, yen) of one currency; nothing else in
 * the project adds, multiplies or rounds an amount.
 */

declare const unit: unique symbol;

/** A whole number of minor units. Branded, so that a decimal such as 12.5 lira does not compile as an amount. */
export type MinorUnits = number & { readonly [unit]: 'minor' };

export const ZERO = 0 as MinorUnits;

/**
 * Takes a number as an amount in minor units.
 * @throws RangeError when it is not a whole number that a double holds exactly.
 */
export function minorUnits(value: number): MinorUnits {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number of minor units: ${value}`);
  return (value === 0 ? 0 : value) as MinorUnits;
}

export function add(...amounts: readonly MinorUnits[]): MinorUnits {
  return minorUnits(amounts.reduce((sum: number, amount) => sum + amount, 0));
}

export function subtract(from: MinorUnits, amount: MinorUnits): MinorUnits {
  return minorUnits(from - amount);
}

export function smaller(a: MinorUnits, b: MinorUnits): MinorUnits {
  return a < b ? a : b;
}

/** Decimal places that a quantity may have, such as 730.25 server hours. */
export const QUANTITY_DECIMALS = 3;
/** Decimal places that a rate in percent may have, such as 8.25. */
export const RATE_DECIMALS = 2;

/** `quantity × unitPrice`, half a minor unit away from zero. `quantity` has at most three decimals. */
export function multiply(unitPrice: MinorUnits, quantity: number): MinorUnits {
  return scaled(unitPrice, quantity, QUANTITY_DECIMALS, 0);
}

/** `rate` percent of `amount`, half a minor unit away from zero. `rate` has at most two decimals. */
export function percentage(amount: MinorUnits, rate: number): MinorUnits {
  return scaled(amount, rate, RATE_DECIMALS, 2);
}

/**
 * The share of `amount` that `part` has in `whole`, half a unit up. Between two parts of one whole nothing gets lost:
 * one takes its share, the other the rest; and neither share shrinks when the amount grows.
 * @throws RangeError unless 0 ≤ part ≤ whole and 0 ≤ amount.
 */
export function proportion(amount: MinorUnits, part: MinorUnits, whole: MinorUnits): MinorUnits {
  if (amount < 0 || part < 0 || part > whole) throw new RangeError('Not a share of a whole');
  if (whole === 0) return ZERO;
  const [of, by] = [BigInt(amount) * BigInt(part), BigInt(whole)];
  return minorUnits(Number((of * 2n + by) / (by * 2n)));
}

/**
 * The least amount of which `net` is left after `rate` percent of it are taken away; a fraction of a unit counts as a
 * whole one, so that never less than `net` is left. `rate` has at most two decimals.
 * @throws RangeError unless 0 ≤ net and 0 ≤ rate < 100.
 */
export function grossUp(net: MinorUnits, rate: number): MinorUnits {
  const whole = 10n ** BigInt(RATE_DECIMALS + 2);
  const left = whole - BigInt(Math.round(rate * 10 ** RATE_DECIMALS));
  if (net < 0 || rate < 0 || left <= 0n) throw new RangeError('Nothing is left to gross up');
  return minorUnits(Number((BigInt(net) * whole + left - 1n) / left));
}

/**
 * An amount in equal parts of whole units; the last part takes what does not divide.
 * @throws RangeError unless 0 ≤ amount and 1 ≤ parts.
 */
export function splitEvenly(
  amount: MinorUnits,
  parts: number,
): { readonly each: MinorUnits; readonly last: MinorUnits } {
  if (amount < 0 || !Number.isInteger(parts) || parts < 1) throw new RangeError('Not to be split');
  const each = Math.floor(amount / parts);
  return { each: minorUnits(each), last: minorUnits(amount - each * (parts - 1)) };
}

/**
 * `amount × factor / 10^shift` in exact integers. Half rounds away from zero, so that a discount line takes
 * back exactly what the same line without the minus sign adds.
 */
function scaled(amount: MinorUnits, factor: number, factorDecimals: number, shift: number): MinorUnits {
  const factorUnits = Math.round(factor * 10 ** factorDecimals);
  if (!Number.isSafeInteger(factorUnits)) throw new RangeError(`Factor out of range: ${factor}`);
  const product = BigInt(amount) * BigInt(factorUnits);
  const divisor = 10n ** BigInt(factorDecimals + shift);
  const magnitude = product < 0n ? -product : product;
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n);
  return minorUnits(Number(product < 0n ? -rounded : rounded));
}

export interface Shares {
  /** What each due amount received, in the order asked. */
  readonly shares: readonly MinorUnits[];
  /** What was left when every due amount was met. */
  readonly rest: MinorUnits;
}

/**
 * Spreads `amount` over what is due, first come first served. `shares` and `rest` always add up to `amount`.
 * @throws RangeError when an amount is negative.
 */
export function allocate(amount: MinorUnits, dues: readonly MinorUnits[]): Shares {
  if (amount < 0 || dues.some((due) => due < 0))
    throw new RangeError('Only amounts of zero or more are allocated');
  let rest = amount;
  const shares = dues.map((due) => {
    const share = smaller(rest, due);
    rest = subtract(rest, share);
    return share;
  });
  return { shares, rest };
}

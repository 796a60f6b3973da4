/** PayTR speaks of money in two ways: integers in kuruş (token, callback) and decimal strings (the rest). */

const DECIMAL = /^\d{1,9}(\.\d{1,2})?$/;

/** "10.25" → 1025; null unless it is a decimal string with a point and at most two places. */
export function parseDecimal(text: string): number | null {
  if (!DECIMAL.test(text)) return null;
  const [whole = '', fraction = ''] = text.split('.');
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
}

/** 1080 → "10.8": the documentation's samples drop trailing zeros, so a reader must not rely on two places. */
export function formatDecimal(minorUnits: number): string {
  return String(minorUnits / 100);
}

/** `rate` hundredths of a percent of `minorUnits`, half up. */
export function percentOf(minorUnits: number, rate: number): number {
  return Math.floor((minorUnits * rate + 5_000) / 10_000);
}

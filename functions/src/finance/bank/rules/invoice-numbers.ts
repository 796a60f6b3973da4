/** The most that one payment can pay. */
const MOST_NUMBERS = 20;

/**
 * The invoice numbers in what a payer wrote, each once, as we write them: `hyb 202611 0042`, `HYB2026110042` and
 * `HYB-202611-0042` are one. Between the parts may stand what people and banks put there; inside them nothing may,
 * or an amount behind a number would be read as part of it.
 */
export function invoiceNumbersIn(text: string, prefix: string): readonly string[] {
  const gap = '[\\s\\p{Pd}./_#:]*';
  const shape = new RegExp(`${prefix}${gap}(\\d{4})${gap}(0[1-9]|1[0-2])${gap}(\\d{4,12})`, 'giu');
  const numbers = [...text.matchAll(shape)].map(
    ([, year = '', month = '', sequence = '']) => `${prefix}-${year}${month}-${sequence}`,
  );
  return [...new Set(numbers)].slice(0, MOST_NUMBERS);
}

import fc from 'fast-check';
import { add, minorUnits, subtract, ZERO } from '../../core/money';
import type { PricedLine } from './total-invoice';
import { totalInvoice } from './total-invoice';

const line = (quantity: number, unitPrice: number, taxRate: number): PricedLine => ({
  quantity,
  unitPrice: minorUnits(unitPrice),
  taxRate,
});

const aLine = fc
  .record({
    thousandths: fc.integer({ min: 1, max: 1_000_000 }),
    unitPrice: fc.integer({ min: -10_000_000, max: 10_000_000 }),
    taxRate: fc.constantFrom(0, 1, 8.25, 10, 20),
  })
  .map(({ thousandths, unitPrice, taxRate }) => line(thousandths / 1000, unitPrice, taxRate));

test('the invoice of the requirements: 1.000,00 and 20 % VAT', () => {
  expect(totalInvoice([line(1, 100_000, 20)])).toEqual({
    items: [{ ...line(1, 100_000, 20), taxAmount: 20_000, total: 120_000 }],
    subtotal: 100_000,
    taxes: [{ rate: 20, base: 100_000, amount: 20_000 }],
    taxTotal: 20_000,
    total: 120_000,
  });
});

test('three rates, one row each, lowest first, a discount in the row of its rate', () => {
  const { taxes, subtotal, taxTotal, total } = totalInvoice([
    line(2, 10_000, 20),
    line(1, 5_000, 1),
    line(3, 333, 10),
    line(1, -2_500, 20),
  ]);
  expect(taxes).toEqual([
    { rate: 1, base: 5_000, amount: 50 },
    { rate: 10, base: 999, amount: 100 },
    { rate: 20, base: 17_500, amount: 3_500 },
  ]);
  expect({ subtotal, taxTotal, total }).toEqual({ subtotal: 23_499, taxTotal: 3_650, total: 27_149 });
});

test('VAT is rounded a line at a time: three times 0.6 kuruş are three kuruş, not two', () => {
  expect(totalInvoice([line(1, 3, 20), line(1, 3, 20), line(1, 3, 20)]).taxTotal).toBe(3);
});

test('quantity and price are rounded before VAT is', () => {
  // 0.5 × 1 rises to 1, and half of that to 1; VAT on the unrounded half would be nothing.
  expect(totalInvoice([line(0.5, 1, 50)])).toMatchObject({ subtotal: 1, taxTotal: 1, total: 2 });
});

test('an invoice over nothing', () => {
  expect(totalInvoice([line(1, 0, 20)])).toMatchObject({ subtotal: 0, taxTotal: 0, total: 0 });
});

test('the totals are the sums of the lines, per rate and altogether', () => {
  fc.assert(
    fc.property(fc.array(aLine, { minLength: 1, maxLength: 30 }), (lines) => {
      const { items, subtotal, taxes, taxTotal, total } = totalInvoice(lines);
      expect(add(...items.map((item) => item.total))).toBe(total);
      expect(add(...items.map((item) => item.taxAmount))).toBe(taxTotal);
      expect(add(subtotal, taxTotal)).toBe(total);
      expect(add(...taxes.map((tax) => tax.base))).toBe(subtotal);
      expect(add(...taxes.map((tax) => tax.amount))).toBe(taxTotal);
      expect(new Set(taxes.map((tax) => tax.rate))).toEqual(new Set(lines.map((one) => one.taxRate)));
    }),
  );
});

test('the order of the lines changes no sum', () => {
  const shuffled = fc
    .array(aLine, { minLength: 1, maxLength: 30 })
    .chain((lines) =>
      fc.tuple(
        fc.constant(lines),
        fc.shuffledSubarray(lines, { minLength: lines.length, maxLength: lines.length }),
      ),
    );
  fc.assert(
    fc.property(shuffled, ([lines, otherOrder]) => {
      const { subtotal, taxes, taxTotal, total } = totalInvoice(lines);
      expect(totalInvoice(otherOrder)).toMatchObject({ subtotal, taxes, taxTotal, total });
    }),
  );
});

test('a line and the same line as a discount cancel out', () => {
  fc.assert(
    fc.property(aLine, (one) => {
      const discount = { ...one, unitPrice: subtract(ZERO, one.unitPrice) };
      expect(totalInvoice([one, discount])).toMatchObject({ subtotal: 0, taxTotal: 0, total: 0 });
    }),
  );
});

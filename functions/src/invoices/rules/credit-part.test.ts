import fc from 'fast-check';
import { minorUnits } from '../../core/money';
import { creditPart } from './credit-part';
import { totalInvoice } from './total-invoice';

const line = fc.record({
  quantity: fc.integer({ min: 1, max: 20 }),
  unitPrice: fc.integer({ min: 0, max: 99_999 }).map(minorUnits),
  taxRate: fc.constantFrom(0, 1, 8.25, 10, 20),
});
const invoice = fc
  .array(line, { minLength: 1, maxLength: 6 })
  .map(totalInvoice)
  .filter(({ total }) => total > 0)
  .map(({ taxes, total }) => ({ taxes: [...taxes], total }));

const TWO_RATES = {
  taxes: [
    { rate: 10, base: minorUnits(1_000), amount: minorUnits(100) },
    { rate: 20, base: minorUnits(2_000), amount: minorUnits(400) },
  ],
  total: minorUnits(3_500),
};

test('a part of an invoice of two rates', () => {
  expect(creditPart(TWO_RATES, minorUnits(0), minorUnits(1_750))).toEqual({
    taxes: [
      { rate: 10, base: 500, amount: 50 },
      { rate: 20, base: 1_000, amount: 200 },
    ],
    subtotal: 1_500,
    taxTotal: 250,
    total: 1_750,
  });
});

test('all of it is the invoice’s own', () => {
  fc.assert(
    fc.property(invoice, ({ taxes, total }) => {
      const real = taxes.filter(({ base, amount }) => base + amount > 0);
      expect(creditPart({ taxes, total }, minorUnits(0), total).taxes).toEqual(real);
    }),
  );
});

test('any credits that reach the total add up to it, rate by rate, and none takes a negative part', () => {
  const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 });
  fc.assert(
    fc.property(invoice, cuts, ({ taxes, total }, fractions) => {
      const ends = [...new Set([...fractions.map((at) => Math.floor(at * total)), total])]
        .filter((end) => end > 0)
        .sort((a, b) => a - b);
      const parts = ends.map((end, index) => {
        const from = minorUnits(ends[index - 1] ?? 0);
        return creditPart({ taxes, total }, from, minorUnits(end - from));
      });
      for (const part of parts) {
        for (const { base, amount } of part.taxes) expect(Math.min(base, amount)).toBeGreaterThanOrEqual(0);
        expect(part.subtotal + part.taxTotal).toBe(part.total);
      }
      for (const { rate, base, amount } of taxes) {
        const ofRate = parts.flatMap((part) => part.taxes.filter((tax) => tax.rate === rate));
        expect(ofRate.reduce((sum, tax) => sum + tax.base, 0)).toBe(base);
        expect(ofRate.reduce((sum, tax) => sum + tax.amount, 0)).toBe(amount);
      }
    }),
  );
});

test.each([
  ['nothing', 0, 0],
  ['less than nothing', 0, -1],
  ['more than the invoice', 0, 3_501],
  ['more than is left', 3_000, 501],
])('%s cannot be credited', (_edge, already, amount) => {
  expect(() => creditPart(TWO_RATES, minorUnits(already), minorUnits(amount))).toThrow(RangeError);
});

import * as fc from 'fast-check';
import { isTaxId, isTckn, isVkn } from './tax-id';

test.each(['2340567890', '3860274910', '4740512697'])('%s is a tax number', (number) => {
  expect(isVkn(number)).toBe(true);
  expect(isTaxId(number, 'TR')).toBe(true);
});

test.each(['10000000146', '12345678950'])('%s is an identity number', (number) => {
  expect(isTckn(number)).toBe(true);
  expect(isTaxId(number, 'TR')).toBe(true);
});

test.each([
  ['nothing', ''],
  ['a wrong check digit', '2340567891'],
  ['a digit too few', '234056789'],
  ['letters', '23405678A0'],
  ['a leading zero', '01234567890'],
  ['a wrong tenth digit', '10000000156'],
  ['a wrong eleventh digit', '10000000147'],
  ['a space', '2340567890 '],
  ['digits of another script', '٢٣٤٠٥٦٧٨٩٠'],
])('%s is neither in Turkey', (_edge, number) => {
  expect(isTaxId(number, 'TR')).toBe(false);
});

test('abroad any text is taken', () => {
  expect(isTaxId('DE123456789', 'DE')).toBe(true);
});

const body = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });

test('of ten last digits exactly one makes a tax number', () => {
  fc.assert(
    fc.property(body(9), (digits) => {
      const numbers = Array.from({ length: 10 }, (_, last) => `${digits.join('')}${last}`);
      expect(numbers.filter(isVkn)).toHaveLength(1);
    }),
  );
});

test('of a hundred endings exactly one makes an identity number, and any single slip is found', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      body(8),
      fc.nat({ max: 10 }),
      fc.integer({ min: 1, max: 9 }),
      (first, rest, place, slip) => {
        const start = `${first}${rest.join('')}`;
        const valid = Array.from(
          { length: 100 },
          (_, end) => `${start}${String(end).padStart(2, '0')}`,
        ).filter(isTckn);
        expect(valid).toHaveLength(1);
        const wrong = Array.from(valid[0] ?? '', Number);
        wrong[place] = ((wrong[place] ?? 0) + slip) % 10;
        expect(isTckn(wrong.join(''))).toBe(false);
      },
    ),
  );
});

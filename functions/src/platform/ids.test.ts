import fc from 'fast-check';
import { derivedId, PAYMENT_ID_LENGTH } from './ids';
import { randomId } from './random-id';

test('the same parts make the same id, other parts another', () => {
  const parts = fc.array(fc.string(), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      expect(derivedId(20, ...a)).toMatch(/^[A-Za-z0-9]{20}$/);
      expect(derivedId(20, ...a) === derivedId(20, ...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});

test('parts cannot be shifted into each other', () => {
  expect(derivedId(16, 'ab', 'c')).not.toBe(derivedId(16, 'a', 'bc'));
});

test('a payment’s id stays what it was: stored payments depend on it', () => {
  expect(derivedId(PAYMENT_ID_LENGTH, 'user-1', '6f1b6a0e-3f5e-4a53-9c2e-0d6a3f1c7b11')).toBe(
    'uPjUx2D0bjEm7Fz',
  );
});

test('random ids are letters and digits, and never the same', () => {
  const ids = Array.from({ length: 1_000 }, () => randomId());
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9]{20}$/);
  expect(new Set(ids).size).toBe(1_000);
});

import { findByBin, testCards } from './test-cards';

const cards = Object.values(testCards);

function satisfiesLuhn(number: string): boolean {
  const sum = Array.from(number)
    .reverse()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

test.each(cards.map(({ label, number }) => [label, number]))('%s has a valid number', (_label, number) => {
  expect(number).toMatch(/^\d{16}$/);
  expect(satisfiesLuhn(number)).toBe(true);
});

test('no two cards share a number', () => {
  expect(new Set(cards.map(({ number }) => number)).size).toBe(cards.length);
});

test.each(cards.map(({ label, number, family, bank }) => [label, number, family, bank]))(
  'the BIN of "%s" tells of its own family and bank',
  (_label, number, family, bank) => {
    for (const length of [6, 8]) {
      const found = findByBin(number.slice(0, length));
      expect(found?.bank ?? null).toBe(bank);
      if (found) expect(found.family).toBe(family);
    }
  },
);

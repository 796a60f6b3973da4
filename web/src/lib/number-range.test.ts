import { numbersBeginning } from './number-range';

it.each([
  ['as it is written', 'HYB-202611-0042', 'HYB-202611-0042'],
  ['its beginning', 'HYB-2026', 'HYB-2026'],
  ['a part of the prefix', 'hy', 'HY'],
  ['small letters', 'hyb-202611', 'HYB-202611'],
  ['blanks around and within', ' HYB-202611 - 0042 ', 'HYB-202611-0042'],
  ['no prefix', '202611-0042', 'HYB-202611-0042'],
  ['no prefix and only a year', '2026', 'HYB-2026'],
  ['another seller’s number, as it is', 'ABC-2026', 'ABC-2026'],
])('finds a number by %s', (_, typed, first) => {
  expect(numbersBeginning(typed, 'HYB')).toEqual({ first, last: `${first}\uf8ff` });
});

it('adds no prefix to what may be the beginning of one', () => {
  expect(numbersBeginning('2', '2A')?.first).toBe('2');
  expect(numbersBeginning('2A-2026', '2A')?.first).toBe('2A-2026');
  expect(numbersBeginning('2026', '2A')?.first).toBe('2A-2026');
});

it.each(['', '  '])('is no range while nothing is typed: %j', (typed) => {
  expect(numbersBeginning(typed, 'HYB')).toBeNull();
});

it('holds what begins alike and nothing else', () => {
  const range = numbersBeginning('202611', 'HYB');
  const holds = (number: string) => range !== null && number >= range.first && number <= range.last;
  expect(['HYB-202611-0001', 'HYB-202611-10000'].map(holds)).toEqual([true, true]);
  expect(['HYB-202610-9999', 'HYB-202612-0001'].map(holds)).toEqual([false, false]);
});

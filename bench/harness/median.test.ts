import { median } from './median';

test.each([
  ['one value', [7], 7],
  ['an odd count, unsorted', [9, 1, 5], 5],
  ['an even count: between the middle two', [1, 9, 4, 2], 3],
  ['numbers are not compared as text', [10, 9, 100], 10],
  ['one disturbed round changes nothing', [2, 2, 2, 5000], 2],
])('%s', (_label, values, expected) => {
  expect(median(values)).toBe(expected);
});

test('the values given stay as they are', () => {
  const values = [3, 1, 2];
  median(values);
  expect(values).toEqual([3, 1, 2]);
});

test('no values have no median', () => {
  expect(() => median([])).toThrow(RangeError);
});

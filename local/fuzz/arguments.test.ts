import { Problem } from '../tools/problem';
import { readFuzzArguments } from './arguments';

const read = (...given: string[]) => readFuzzArguments(given, 7);

test('nothing said: 20,000 histories of the core by the shares of the laws, and a seed of its own', () => {
  expect(read()).toEqual({
    runs: {
      nothingIsLost: 8_000,
      orderDoesNotMatter: 4_000,
      crashDoesNotMatter: 4_000,
      crashesLoseNothing: 4_000,
    },
    seed: 7,
    path: undefined,
  });
});

test('every history asked for is tried', () => {
  const { runs, seed } = read('--runs', '13', '--seed', '5');
  expect(Object.values(runs).reduce((sum, count) => sum + count, 0)).toBe(13);
  expect(seed).toBe(5);
});

test('through the emulator: 300', () => {
  expect(read('--emulator').runs).toEqual({ agreement: 300 });
});

test('one law, and one history of it', () => {
  expect(read('--only', 'crashDoesNotMatter', '--runs', '50').runs).toEqual({ crashDoesNotMatter: 50 });
  expect(read('--only', 'nothingIsLost', '--seed', '3', '--path', '4:0:1')).toEqual({
    runs: { nothingIsLost: 1 },
    seed: 3,
    path: '4:0:1',
  });
});

test.each([
  ['a number that is none', ['--runs', 'many']],
  ['a law that is none', ['--only', 'gravity']],
  ['an option that is none', ['--fast']],
])('%s is a problem', (_edge, given) => {
  expect(() => read(...given)).toThrow(Problem);
});

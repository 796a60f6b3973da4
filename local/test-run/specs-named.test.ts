import { specsNamed } from './specs-named';

const files = ['access.spec.ts', 'saved-cards.spec.ts', 'wallet.spec.ts', 'readme.md'];

test.each([
  ['nothing filters nothing', [], []],
  ['a part of a name', ['cards'], ['/saved-cards\\.spec\\.ts$']],
  ['a whole name', ['wallet.spec.ts'], ['/wallet\\.spec\\.ts$']],
  ['several', ['wallet', 'acc'], ['/access\\.spec\\.ts$', '/wallet\\.spec\\.ts$']],
])('%s', (_label, parts, filters) => {
  expect(specsNamed(parts, files)).toEqual(filters);
});

test('a part that names no spec is refused with those there are', () => {
  expect(() => specsNamed(['wallet', 'readme'], files)).toThrow(
    'No browser test is named like "readme". There are: access, saved-cards, wallet.',
  );
});

import * as fc from 'fast-check';
import { wrap } from './wrap';

/** A font in which every character is one point wide. */
const measure = (text: string) => Array.from(text).length;

test.each([
  ['empty', '', 10, ['']],
  ['fits exactly', 'bir iki üç', 10, ['bir iki üç']],
  ['one character too many', 'bir iki üçü', 10, ['bir iki', 'üçü']],
  ['the space behind a line does not count', 'abcde fghij', 5, ['abcde', 'fghij']],
  ['white space becomes one space', '  bir\t  iki  ', 10, ['bir iki']],
  ['line feeds stay', 'bir\n\niki', 10, ['bir', '', 'iki']],
  ['a word wider than a line is cut', 'abcdefghijklm', 5, ['abcde', 'fghij', 'klm']],
  ['the rest of a cut word shares its line', 'x abcdefgh yz', 5, ['x', 'abcde', 'fgh', 'yz']],
  ['a cut word that fills its lines', 'abcdefghij k', 5, ['abcde', 'fghij', 'k']],
  ['a character outside the basic plane is not cut in two', '😀😀😀', 2, ['😀😀', '😀']],
  ['no room at all: a character a line', 'abc', 0, ['a', 'b', 'c']],
])('%s', (_edge, text, width, lines) => {
  expect(wrap(text, width, measure)).toEqual(lines);
});

const word = fc.string({ unit: fc.constantFrom('a', 'ğ', 'İ', '₺', '1'), minLength: 1, maxLength: 14 });

test('no line is wider than allowed, and no character is lost or moved', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), fc.integer({ min: 1, max: 12 }), (words, width) => {
      const lines = wrap(words.join(' '), width, measure);
      expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
    }),
  );
});

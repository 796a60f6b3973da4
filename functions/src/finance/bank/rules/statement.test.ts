import { nameOrNull, remittanceText } from './statement';

test.each([
  ['one', ['Havale'], 'Havale'],
  ['several', ['a', null, 'b'], 'a b'],
  ['runs of spaces and line breaks', ['  a \n\t b\u00A0 c '], 'a b c'],
  ['none', [], ''],
  ['a long one', ['x'.repeat(1_001)], 'x'.repeat(1_000)],
  ['a long one of characters that take two places', ['😀'.repeat(1_001)], '😀'.repeat(1_000)],
])('remittance of texts: %s', (_edge, parts, text) => {
  expect(remittanceText(parts)).toBe(text);
});

test.each([
  ['a name', ' AYŞE  YILMAZ ', 'AYŞE YILMAZ'],
  ['nothing but spaces', '  ', null],
  ['nothing', null, null],
  ['a long one', 'x'.repeat(141), 'x'.repeat(140)],
])('name or null: %s', (_edge, text, name) => {
  expect(nameOrNull(text)).toBe(name);
});

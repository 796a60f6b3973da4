import { cardProblems, expiryOf } from './entered-card';

const card = { owner: 'Ayşe Yılmaz', number: '4355 0843 5508 4358', expiry: '12/30', cvv: '000' };

test('a whole card has no problem', () => {
  expect([...cardProblems(card)]).toEqual([]);
});

test.each([
  ['no name', { owner: ' ' }, 'owner'],
  ['a digit mistyped', { number: '4355 0843 5508 4359' }, 'number'],
  ['too few digits', { number: '4355' }, 'number'],
  ['no month', { expiry: '13/30' }, 'expiry'],
  ['a code of two digits', { cvv: '12' }, 'cvv'],
])('%s', (_edge, entered, field) => {
  expect([...cardProblems({ ...card, ...entered })]).toEqual([field]);
});

test.each([
  ['12/30', { month: '12', year: '30' }],
  ['0130', { month: '01', year: '30' }],
  ['01 / 2030', { month: '01', year: '30' }],
  ['1/30', null],
])('the month %s', (text, expected) => {
  expect(expiryOf(text)).toEqual(expected);
});

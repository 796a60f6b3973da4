import { cardProblems, expiryOf } from './entered-card';

/** Still the 31st in Istanbul, by whose calendar a card expires. */
const NOW = new Date('2028-01-31T20:59:59Z');
const card = { owner: 'Ayşe Yılmaz', number: '4355 0843 5508 4358', expiry: '12/30', cvv: '000' };

test('a whole card has no problem', () => {
  expect([...cardProblems(card, NOW)]).toEqual([]);
});

test.each([
  ['no name', { owner: ' ' }, 'owner', 'owner'],
  ['a digit mistyped', { number: '4355 0843 5508 4359' }, 'number', 'number'],
  ['too few digits', { number: '4355' }, 'number', 'number'],
  ['no month', { expiry: '13/30' }, 'expiry', 'expiry'],
  ['a month that is over', { expiry: '12/27' }, 'expiry', 'expired'],
  ['a code of two digits', { cvv: '12' }, 'cvv', 'cvv'],
])('%s', (_edge, entered, field, problem) => {
  expect([...cardProblems({ ...card, ...entered }, NOW)]).toEqual([[field, problem]]);
});

test('a card is good to the end of its month', () => {
  const thisMonth = { ...card, expiry: '01/28' };
  expect([...cardProblems(thisMonth, NOW)]).toEqual([]);
  const nextSecond = new Date(NOW.getTime() + 1000);
  expect([...cardProblems(thisMonth, nextSecond)]).toEqual([['expiry', 'expired']]);
});

test.each([
  ['12/30', { month: '12', year: '30' }],
  ['0130', { month: '01', year: '30' }],
  ['01 / 2030', { month: '01', year: '30' }],
  ['1/30', null],
])('the month %s', (text, expected) => {
  expect(expiryOf(text)).toEqual(expected);
});

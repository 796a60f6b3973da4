import { countsTable, failureText, sumCounts } from './report';

test('what happened, summed over the processes and in columns', () => {
  const counts = sumCounts([{ counts: { 'event: DUPLICATE': 2, again: 1 } }, { counts: { again: 11 } }]);
  expect(countsTable(counts).split('\n')).toEqual(['again             12', 'event: DUPLICATE   2']);
});

test('a failure says what is wrong, how it came about and how to see it again', () => {
  const failure = {
    seed: 42,
    path: '7:1',
    history: '1. issue: invoice 0',
    problem: 'the books do not balance',
  };
  expect(failureText({ law: 'nothingIsLost', failure })).toBe(
    [
      '✗ nothingIsLost',
      'the books do not balance',
      '',
      '1. issue: invoice 0',
      '',
      'again: npm run fuzz -- --only nothingIsLost --seed 42 --path 7:1',
      '',
    ].join('\n'),
  );
});

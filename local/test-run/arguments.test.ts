import { CHECKS, readTestArguments } from './arguments';

test.each([
  ['nothing', [], CHECKS, [], []],
  ['one check', ['--only', 'jest'], ['jest'], [], []],
  ['two checks, in the order they run', ['--only=jest,lint'], ['lint', 'jest'], [], []],
  ['a file for Jest', ['--only', 'jest', 'money', '-t', 'VAT'], ['jest'], ['money', '-t', 'VAT'], []],
  ['arguments for Jest around it', ['-u', '--only=jest', 'money'], ['jest'], ['-u', 'money'], []],
  ['arguments for Jest alone', ['money'], CHECKS, ['money'], []],
  ['spec files', ['--only', 'browser', 'wallet', 'access'], ['browser'], [], ['wallet', 'access']],
  ['a file for Jest, and all specs', ['--only=browser,jest', 'money'], ['jest', 'browser'], ['money'], []],
])('%s', (_label, given, checks, jestArguments, specNames) => {
  expect(readTestArguments(given)).toEqual({ checks, jestArguments, specNames });
});

test.each([
  ['an unknown check', ['--only', 'unit'], 'not "unit"'],
  ['no check', ['--only'], 'not ""'],
])('%s is refused', (_label, given, message) => {
  expect(() => readTestArguments(given)).toThrow(message);
});

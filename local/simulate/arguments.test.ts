import { oddsWith } from '../../functions/src/testing/simulation/odds';
import { Problem } from '../tools/problem';
import { helpText, readSimulateArguments } from './arguments';

test('nothing said: a year of a thousand customers', () => {
  expect(readSimulateArguments([])).toEqual({
    help: false,
    customers: 1_000,
    months: 12,
    seed: 7,
    sweeps: 4,
    odds: oddsWith(),
  });
});

test('as asked for', () => {
  const given = [
    '--customers',
    '10',
    '--months',
    '2',
    '--seed',
    '5',
    '--sweeps',
    '24',
    '--soft-decline',
    '0.5',
  ];
  expect(readSimulateArguments(given)).toEqual({
    help: false,
    customers: 10,
    months: 2,
    seed: 5,
    sweeps: 24,
    odds: oddsWith({ softDecline: 0.5 }),
  });
});

test('help names every option with its default', () => {
  expect(readSimulateArguments(['--help'])).toEqual({ help: true });
  expect(helpText()).toMatch(/--hard-decline +0\.008 /);
  expect(helpText()).toMatch(/--customers +1000 /);
});

test.each([
  ['a number that is none', ['--customers', 'many']],
  ['too many', ['--customers', '1000000']],
  ['parts of a day that are unequal', ['--sweeps', '5']],
  ['a share that is more than all', ['--cancels', '1.5']],
  ['an option that is none', ['--fast']],
])('%s is a problem', (_edge, given) => {
  expect(() => readSimulateArguments(given)).toThrow(Problem);
});

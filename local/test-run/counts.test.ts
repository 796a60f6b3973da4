import { countJest, countPlaywright, sumCounts } from './counts';

test.each([
  ['all passed', { numPassedTests: 3, numFailedTests: 0, numRuntimeErrorTestSuites: 0 }, 3, 0],
  ['one failed', { numPassedTests: 2, numFailedTests: 1, numRuntimeErrorTestSuites: 0 }, 2, 1],
  [
    'a file that does not compile',
    { numPassedTests: 2, numFailedTests: 0, numRuntimeErrorTestSuites: 1 },
    2,
    1,
  ],
])('Jest: %s', (_label, report, passed, failed) => {
  expect(countJest(report)).toEqual({ passed, failed });
});

test.each([
  ['all passed', { stats: { expected: 4, unexpected: 0, flaky: 0 }, errors: [] }, 4, 0],
  ['one failed', { stats: { expected: 3, unexpected: 1, flaky: 0 }, errors: [] }, 3, 1],
  ['one passed when repeated', { stats: { expected: 3, unexpected: 0, flaky: 1 }, errors: [] }, 3, 1],
  ['the set-up failed', { stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{}] }, 0, 1],
])('Playwright: %s', (_label, report, passed, failed) => {
  expect(countPlaywright(report)).toEqual({ passed, failed });
});

test('counts add up, nothing included', () => {
  expect(sumCounts([])).toEqual({ passed: 0, failed: 0 });
  expect(
    sumCounts([
      { passed: 1, failed: 2 },
      { passed: 10, failed: 0 },
    ]),
  ).toEqual({ passed: 11, failed: 2 });
});

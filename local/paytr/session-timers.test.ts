import { createSessionTimers } from './session-timers';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function start() {
  const ended: string[] = [];
  return { ended, timers: createSessionTimers((merchantOid) => ended.push(merchantOid)) };
}

test('tells when the minutes are over, not before', () => {
  const { ended, timers } = start();
  timers.start('a', 30);
  jest.advanceTimersByTime(30 * 60_000 - 1);
  expect(ended).toEqual([]);
  jest.advanceTimersByTime(1);
  expect(ended).toEqual(['a']);
});

test('a fresh token starts the time again', () => {
  const { ended, timers } = start();
  timers.start('a', 30);
  jest.advanceTimersByTime(20 * 60_000);
  timers.start('a', 30);
  jest.advanceTimersByTime(20 * 60_000);
  expect(ended).toEqual([]);
});

test('a stopped payment is never told; the others are', () => {
  const { ended, timers } = start();
  timers.start('a', 1);
  timers.start('b', 1);
  timers.stop('a');
  jest.advanceTimersByTime(60_000);
  expect(ended).toEqual(['b']);
});

test('stopping all leaves no timer behind', () => {
  const { timers } = start();
  timers.start('a', 1);
  timers.start('b', 9999);
  timers.stopAll();
  expect(jest.getTimerCount()).toBe(0);
});

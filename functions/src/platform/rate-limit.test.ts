import * as fc from 'fast-check';
import type { RateLimiter } from './rate-limit';
import { rateLimiter } from './rate-limit';

const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);
const limit = { burst: 3, perMinute: 6 };

function spendBurst(limiter: RateLimiter) {
  for (let count = 0; count < limit.burst; count += 1) limiter.take('one', at(0));
}

function takes(times: readonly number[], key = 'one'): boolean[] {
  const limiter = rateLimiter(limit);
  return times.map((seconds) => limiter.take(key, at(seconds)).allowed);
}

test.each([
  ['a burst', [0, 0, 0], [true, true, true]],
  ['one too many', [0, 0, 0, 0], [true, true, true, false]],
  ['one more after ten seconds', [0, 0, 0, 10, 10], [true, true, true, true, false]],
  ['not a moment sooner', [0, 0, 0, 9.999, 10], [true, true, true, false, true]],
  [
    'a pause fills the bucket and no more',
    [0, 0, 0, 3600, 3600, 3600, 3600],
    [true, true, true, true, true, true, false],
  ],
  [
    'a clock that goes backwards gives nothing',
    [100, 100, 100, 0, 100, 110],
    [true, true, true, false, false, true],
  ],
])('%s', (_edge, times, allowed) => {
  expect(takes(times)).toEqual(allowed);
});

test('a refusal says when to come again, and whether it is the first', () => {
  const limiter = rateLimiter(limit);
  spendBurst(limiter);
  expect(limiter.take('one', at(0))).toEqual({ allowed: false, retryAfter: 10, isFirst: true });
  expect(limiter.take('one', at(6.5))).toEqual({ allowed: false, retryAfter: 4, isFirst: false });
  expect(limiter.take('one', at(10))).toEqual({ allowed: true });
  expect(limiter.take('one', at(10))).toMatchObject({ allowed: false, isFirst: true });
});

test('keys do not spend from each other', () => {
  const limiter = rateLimiter(limit);
  spendBurst(limiter);
  expect(limiter.take('two', at(0)).allowed).toBe(true);
});

test('no more keys are remembered than said; the oldest one starts anew', () => {
  const limiter = rateLimiter({ burst: 1, perMinute: 1 }, 2);
  for (const key of ['one', 'two', 'three']) limiter.take(key, at(0));
  expect(limiter.take('three', at(0)).allowed).toBe(false);
  expect(limiter.take('one', at(0)).allowed).toBe(true);
});

test('in any time span at most the burst and what was refilled meanwhile is allowed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 }),
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 600 }),
      (pauses, burst, perMinute) => {
        const limiter = rateLimiter({ burst, perMinute });
        let now = 0;
        const allowed = pauses
          .map((pause) => (now += pause))
          .filter((instant) => limiter.take('one', new Date(instant)).allowed);
        const span = (allowed.at(-1) ?? 0) - (allowed[0] ?? 0);
        expect(allowed.length).toBeLessThanOrEqual(burst + (span * perMinute) / 60_000 + 1e-6);
      },
    ),
  );
});

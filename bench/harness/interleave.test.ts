import { interleave, milliseconds, perSecond } from './interleave';

/** Measures the given values, one a call, and notes the calls. */
function script(values: number[], name: string, calls: string[]) {
  const left = values.values();
  return () => {
    calls.push(name);
    return left.next().value ?? Number.NaN;
  };
}

test('subject and baseline take turns, medians are answered, warm-ups do not count', async () => {
  const calls: string[] = [];
  const comparison = await interleave({
    rounds: 3,
    warmUps: 1,
    subject: script([900, 10, 30, 20], 'A', calls),
    baseline: script([800, 5, 4, 1], 'B', calls),
  });
  expect(calls.join('')).toBe('ABABABAB');
  expect(comparison).toEqual({ value: 20, baseline: 4 });
});

test('a measurement that fails fails the figure', async () => {
  const baseline = () => Promise.reject(new Error('no emulator'));
  await expect(interleave({ rounds: 1, warmUps: 0, subject: () => 1, baseline })).rejects.toThrow(
    'no emulator',
  );
});

test('work is timed until its promise settles', async () => {
  let isDone = false;
  const elapsed = await milliseconds(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    isDone = true;
  });
  expect(isDone).toBe(true);
  expect(elapsed).toBeGreaterThan(0);
});

test('so many callers are busy at a time, and each item is worked off once', async () => {
  let busy = 0;
  let most = 0;
  const done: number[] = [];
  const rate = await perSecond([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    busy += 1;
    most = Math.max(most, busy);
    await new Promise((resolve) => setImmediate(resolve));
    busy -= 1;
    done.push(item);
  });
  expect(most).toBe(3);
  expect(done.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(rate).toBeGreaterThan(0);
});

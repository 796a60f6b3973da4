import { inTurn } from './in-turn';

/** A promise and the function that settles it. */
function gate() {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

test('tasks of one key never overlap and keep their order', async () => {
  const key = {};
  const log: string[] = [];
  const first = gate();
  const tasks = [
    inTurn(key, async () => {
      log.push('1 begins');
      await first.passed;
      log.push('1 ends');
      return 1;
    }),
    inTurn(key, () => {
      log.push('2 begins');
      return Promise.resolve(2);
    }),
  ];
  await Promise.resolve();
  first.open();
  expect(await Promise.all(tasks)).toEqual([1, 2]);
  expect(log).toEqual(['1 begins', '1 ends', '2 begins']);
});

test('a task that fails fails alone', async () => {
  const key = {};
  const failing = inTurn(key, () => Promise.reject(new Error('only this one')));
  const following = inTurn(key, () => Promise.resolve('goes on'));
  await expect(failing).rejects.toThrow('only this one');
  expect(await following).toBe('goes on');
});

test('another key does not wait', async () => {
  const blocked = gate();
  const waiting = inTurn({}, () => blocked.passed);
  expect(await inTurn({}, () => Promise.resolve('at once'))).toBe('at once');
  blocked.open();
  await waiting;
});

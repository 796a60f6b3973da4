import { createDeliverer, type Deliverer, type DelivererOptions } from './deliverer';

let open: Deliverer[] = [];
afterEach(() => {
  for (const deliverer of open) deliverer.close();
  open = [];
});

/** A deliverer and a receiver that accepts from the given attempt of each delivery on. */
function start(options: DelivererOptions = {}, acceptsFrom = 1) {
  const deliverer = createDeliverer({ retryDelaysMs: [1], ...options });
  open.push(deliverer);
  const arrivals: string[] = [];
  const send = (id: string) => {
    arrivals.push(id);
    return Promise.resolve(arrivals.filter((arrived) => arrived === id).length >= acceptsFrom);
  };
  const enqueue = (...ids: string[]) => {
    for (const id of ids) deliverer.enqueue({ id, send: () => send(id) });
  };
  return { deliverer, arrivals, enqueue };
}

test('an accepted delivery is sent once', async () => {
  const { deliverer, enqueue } = start();
  enqueue('a');
  await deliverer.settled();
  expect(deliverer.attempts).toEqual([{ id: 'a', attempt: 1, accepted: true }]);
});

test('in turn each delivery waits for the answer to the one before, also where that is no', async () => {
  const { deliverer } = start({ inTurn: true });
  const course: string[] = [];
  const enqueue = (id: string, accepted: boolean[]) => {
    deliverer.enqueue({
      id,
      send: async () => {
        course.push(`${id} sent`);
        await new Promise(setImmediate);
        course.push(`${id} answered`);
        return accepted.shift() ?? true;
      },
    });
  };
  enqueue('a', [false]);
  enqueue('b', []);
  await deliverer.settled();
  expect(course).toEqual(['a sent', 'a answered', 'b sent', 'b answered', 'a sent', 'a answered']);
});

test('a refused delivery is repeated until it is accepted', async () => {
  const { deliverer, enqueue } = start({}, 3);
  enqueue('a');
  await deliverer.settled();
  expect(deliverer.attempts).toEqual([
    { id: 'a', attempt: 1, accepted: false },
    { id: 'a', attempt: 2, accepted: false },
    { id: 'a', attempt: 3, accepted: true },
  ]);
});

test.each([
  ['rejects', () => Promise.reject(new Error('connection refused'))],
  ['is never accepted', () => Promise.resolve(false)],
])('a delivery that %s is given up after the last attempt', async (_name, send) => {
  const { deliverer } = start({ maxAttempts: 4 });
  deliverer.enqueue({ id: 'a', send });
  await deliverer.settled();
  expect(deliverer.attempts.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4]);
});

test('one refused delivery does not keep another waiting', async () => {
  const { deliverer } = start({ retryDelaysMs: [60_000] });
  const arrived = new Promise<void>((resolve) => {
    deliverer.enqueue({ id: 'refused', send: () => Promise.resolve(false) });
    deliverer.enqueue({
      id: 'accepted',
      send: () => {
        resolve();
        return Promise.resolve(true);
      },
    });
  });
  await arrived;
});

test('copies go out at once and count as one delivery', async () => {
  const { deliverer, arrivals, enqueue } = start({}, 2);
  deliverer.setFaults({ copies: 3 });
  enqueue('a');
  await deliverer.settled();
  expect(arrivals).toEqual(['a', 'a', 'a']);
  expect(deliverer.attempts.map(({ attempt, accepted }) => [attempt, accepted])).toEqual([
    [1, false],
    [1, true],
    [1, true],
  ]);
});

test('the next deliveries are dropped for good, the one after them arrives', async () => {
  const { deliverer, arrivals, enqueue } = start();
  deliverer.setFaults({ drop: 2 });
  enqueue('a', 'b', 'c');
  await deliverer.settled();
  expect(arrivals).toEqual(['c']);
  expect(deliverer.faults.drop).toBe(0);
});

describe('hold', () => {
  test.each([
    ['fifo', ['a', 'b', 'c']],
    ['reverse', ['c', 'b', 'a']],
  ] as const)('nothing is sent before release, then in %s order', async (order, expected) => {
    const { deliverer, arrivals, enqueue } = start();
    deliverer.setFaults({ hold: true, order });
    enqueue('a', 'b', 'c');
    await Promise.resolve();
    expect(arrivals).toEqual([]);
    await deliverer.release();
    expect(arrivals).toEqual(expected);
    await deliverer.settled();
  });

  test('release waits for each answer before the next is sent', async () => {
    const { deliverer } = start();
    deliverer.setFaults({ hold: true });
    const events: string[] = [];
    for (const id of ['a', 'b']) {
      deliverer.enqueue({
        id,
        async send() {
          events.push(`${id} sent`);
          await new Promise(setImmediate);
          events.push(`${id} answered`);
          return true;
        },
      });
    }
    await deliverer.release();
    expect(events).toEqual(['a sent', 'a answered', 'b sent', 'b answered']);
  });

  test('a retry that falls due during hold waits for the next release', async () => {
    const { deliverer, arrivals, enqueue } = start({ retryDelaysMs: [0] }, 2);
    deliverer.setFaults({ hold: true });
    enqueue('a');
    await deliverer.release();
    expect(arrivals).toEqual(['a']);
    await new Promise(setImmediate);
    await deliverer.release();
    expect(arrivals).toEqual(['a', 'a']);
    await deliverer.settled();
  });

  test('what is held is not settled', async () => {
    const { deliverer, enqueue } = start();
    deliverer.setFaults({ hold: true });
    enqueue('a');
    let settled = false;
    const wait = deliverer.settled().then(() => {
      settled = true;
    });
    await new Promise(setImmediate);
    expect(settled).toBe(false);
    await deliverer.release();
    await wait;
  });
});

describe('timing', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('waits before each attempt, and longer before each retry', async () => {
    const { deliverer, arrivals, enqueue } = start({ retryDelaysMs: [1_000, 5_000] }, 4);
    deliverer.setFaults({ delayMs: 100 });
    enqueue('a');
    const arrivedAfter = async (ms: number) => {
      await jest.advanceTimersByTimeAsync(ms);
      return arrivals.length;
    };
    expect(await arrivedAfter(99)).toBe(0);
    expect(await arrivedAfter(1)).toBe(1);
    expect(await arrivedAfter(1_099)).toBe(1);
    expect(await arrivedAfter(1)).toBe(2);
    expect(await arrivedAfter(5_100)).toBe(3);
    expect(await arrivedAfter(5_100)).toBe(4);
  });

  test('close leaves no timer behind', async () => {
    const { deliverer, enqueue } = start({ retryDelaysMs: [60_000] }, 2);
    enqueue('a');
    await jest.advanceTimersByTimeAsync(0);
    expect(jest.getTimerCount()).toBe(1);
    deliverer.close();
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('close', () => {
  test('forgets what is held and what awaits a retry', async () => {
    const { deliverer, arrivals, enqueue } = start({ retryDelaysMs: [60_000] }, 2);
    enqueue('refused');
    await new Promise(setImmediate);
    deliverer.setFaults({ hold: true });
    enqueue('held');
    const settled = deliverer.settled();
    deliverer.close();
    await settled;
    await deliverer.settled();
    await deliverer.release();
    expect(arrivals).toEqual(['refused']);
  });

  test('takes nothing more', async () => {
    const { deliverer, arrivals, enqueue } = start();
    deliverer.close();
    enqueue('a');
    await deliverer.settled();
    expect(arrivals).toEqual([]);
  });
});

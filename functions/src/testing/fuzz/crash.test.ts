import '../environment';
import { inMemory } from './memory-firestore';
import { noCrashMatters } from './properties';
import { ways } from './ways';

/** What was crashed, over all ways. */
const struck = new Set<string>();

test.each(ways)('%s: a crash at any call changes nothing', async (_way, actions) => {
  expect(await noCrashMatters(inMemory, actions, (what) => struck.add(what))).toBeGreaterThan(0);
});

afterAll(() => {
  const crashes = ['firestore', 'stripe', 'paytr'].flatMap((callee) =>
    ['before', 'after'].flatMap((when) =>
      ['', ', process gone'].map((end) => `crash: ${callee}, ${when}${end}`),
    ),
  );
  expect([...struck]).toEqual(expect.arrayContaining(crashes));
});

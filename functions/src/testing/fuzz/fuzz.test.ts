import '../environment';
import fc from 'fast-check';
import { anyHistory, newsOnly, shuffled } from './history';
import { memoryFirestore } from './memory-firestore';
import { crashesDoNotMatter, nothingIsLost, orderDoesNotMatter } from './properties';
import type { Storage } from './world';

/** `npm run fuzz` runs the same for longer, and through the emulator. */
const inMemory = (): Promise<Storage> => {
  const memory = memoryFirestore();
  return Promise.resolve({
    db: memory.db,
    documents: () => Promise.resolve(memory.documents()),
    store: (documents) => {
      memory.store(documents);
      return Promise.resolve();
    },
  });
};

test('whatever happens, nothing is lost, doubled or left under way', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, (history) => nothingIsLost(inMemory, history)),
    { numRuns: 5000 },
  );
});

test('the order, delay, repetition and loss of news do not matter', async () => {
  await fc.assert(
    fc.asyncProperty(newsOnly, shuffled, (history, deliveries) =>
      orderDoesNotMatter(inMemory, history, deliveries),
    ),
    { numRuns: 3000 },
  );
});

test('a crash at any outside call, before or after it took effect, does not matter', async () => {
  const crash = fc.record({
    at: fc.integer({ min: 1, max: 60 }),
    when: fc.constantFrom('before' as const, 'after' as const),
  });
  await fc.assert(
    fc.asyncProperty(anyHistory, crash, ({ actions }, where) => crashesDoNotMatter(inMemory, actions, where)),
    { numRuns: 3000 },
  );
});

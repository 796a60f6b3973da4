import '../environment';
import fc from 'fast-check';
import { anyFault, anyHistory, newsOnly } from './any-history';
import { inMemory } from './memory-firestore';
import { crashDoesNotMatter, crashesLoseNothing, nothingIsLost, orderDoesNotMatter } from './properties';

/** `npm run fuzz` runs the same for longer, and through the emulator. */
const FEW = { numRuns: Number(process.env.RUNS ?? 3000) };

test('whatever happens, nothing is lost, doubled or left under way', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, (history) => nothingIsLost(inMemory, history)),
    FEW,
  );
});

test('the order, delay, repetition and loss of news do not matter', async () => {
  await fc.assert(
    fc.asyncProperty(newsOnly, (history) => orderDoesNotMatter(inMemory, history)),
    FEW,
  );
});

test('a crash at any outside call, before or after it took effect, does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, anyFault, ({ actions }, fault) =>
      crashDoesNotMatter(inMemory, actions, fault),
    ),
    FEW,
  );
});

test('several crashes lose nothing, whether or not anybody tries again', async () => {
  const faults = fc.array(anyFault, { minLength: 1, maxLength: 4 });
  const patience = fc.record({ peopleTryAgain: fc.boolean(), afterHours: fc.constantFrom(0, 0.1) });
  await fc.assert(
    fc.asyncProperty(anyHistory, faults, patience, (history, crashes, patience) =>
      crashesLoseNothing(inMemory, history, crashes, { patience }),
    ),
    FEW,
  );
});

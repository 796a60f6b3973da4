import '../environment';
import type { CoreLaw } from './laws';
import { coreLaws } from './laws';
import { inMemory } from './memory-firestore';

/** How many histories each law is tried on here; `npm run fuzz` tries more. */
const RUNS: Record<CoreLaw, number> = {
  nothingIsLost: 500,
  orderDoesNotMatter: 250,
  crashDoesNotMatter: 150,
  crashesLoseNothing: 250,
};
const laws = coreLaws(inMemory);

test.each((Object.keys(RUNS) as CoreLaw[]).map((name) => [laws[name].says, name] as const))(
  '%s',
  async (_says, name) => {
    const seed = Date.now() % 2 ** 31;
    const { failure } = await laws[name].check({ runs: RUNS[name], seed });
    if (failure === null) return;
    const again = `npm run fuzz -- --only ${name} --seed ${seed} --path ${failure.path}`;
    throw new Error(`${failure.problem}\n\n${failure.history}\n\n${again}`);
  },
);

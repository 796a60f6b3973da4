import { projectId } from '../environment';
import { firestore } from '../../platform/firestore';
import { inEmulator } from './emulator-storage';
import { agreement } from './laws';

/** A few, since the emulator is slow; `npm run fuzz -- --emulator` tries more. */
const RUNS = 6;

test('a history in memory and through Firestore leaves the same documents', async () => {
  const seed = Date.now() % 2 ** 31;
  const { failure } = await agreement(inEmulator(firestore(), projectId)).check({ runs: RUNS, seed });
  if (failure === null) return;
  const again = `npm run fuzz -- --emulator --seed ${seed} --path ${failure.path}`;
  throw new Error(`${failure.problem}\n\n${failure.history}\n\n${again}`);
});

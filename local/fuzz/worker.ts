/** One process of a fuzz run: tries one law on its share of the histories and sends the verdict to whoever forked it. */
import { deploymentOf, gatewayKeys } from '../../functions/src/testing/deployment';

/** What to try, in the worker's one argument. */
export interface Task {
  readonly law: string;
  readonly runs: number;
  readonly seed: number;
  readonly path: string | undefined;
}

async function work({ law, runs, seed, path }: Task): Promise<void> {
  const projectId = `demo-fuzz-${process.pid}`;
  Object.assign(process.env, gatewayKeys('fuzz'), deploymentOf(projectId, 'http://127.0.0.1:1'));
  const { agreement, coreLaws } = await import('../../functions/src/testing/fuzz/laws');
  const { inEmulator } = await import('../../functions/src/testing/fuzz/emulator-storage');
  const { inMemory } = await import('../../functions/src/testing/fuzz/memory-firestore');
  const { firestore } = await import('../../functions/src/platform/firestore');

  const counts: Record<string, number> = {};
  const note = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const laws = { ...coreLaws(inMemory), agreement: agreement(inEmulator(firestore(), projectId)) };
  const verdict = await laws[law as keyof typeof laws].check({
    runs,
    seed,
    note,
    ...(path === undefined ? {} : { path }),
  });
  // Open clients of the code under test would keep the process alive.
  process.send?.({ ...verdict, counts }, () => process.exit(0));
}

// Nothing to report to: the run was interrupted.
process.once('disconnect', () => process.exit(1));

work(JSON.parse(process.argv[2] ?? '') as Task).catch((error: unknown) => {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.send?.({ reason }, () => process.exit(1));
});

import { availableParallelism } from 'node:os';
import { startFirestore } from '../emulators/firestore';
import { runMain } from '../tools/run-main';
import { secondsSince } from '../tools/steps';
import { readFuzzArguments } from './arguments';
import type { FuzzArguments, LawName } from './arguments';
import { inProcess } from './in-process';
import type { Outcome } from './in-process';
import type { Task } from './worker';
import { countsTable, failureText, sumCounts } from './report';

/**
 * `npm run fuzz`: tries the laws of the money core on many generated histories, several processes at once, and says
 * what was tried. Its last line is the count, the failures and the seed.
 */
async function main(): Promise<number> {
  const wanted = readFuzzArguments(process.argv.slice(2), Date.now() % 2 ** 31);
  const started = Date.now();
  const emulator = wanted.runs.agreement === undefined ? undefined : await startFirestore();
  const env: Record<string, string> =
    emulator === undefined ? {} : { FIRESTORE_EMULATOR_HOST: emulator.host };
  try {
    const outcomes = await all(tasksOf(wanted), availableParallelism(), (task) => inProcess(task, env));
    for (const outcome of outcomes) if (outcome.failure !== null) console.log(failureText(outcome));
    console.log(`${countsTable(sumCounts(outcomes))}\n`);
    const runs = outcomes.reduce((sum, outcome) => sum + outcome.runs, 0);
    const failures = outcomes.filter(({ failure }) => failure !== null).length;
    console.log(`in ${secondsSince(started)}`);
    console.log(`${runs} runs, ${failures} failures, seed ${wanted.seed}`);
    return failures === 0 ? 0 : 1;
  } finally {
    await emulator?.stop();
  }
}

/** A process has this many histories at most, so that all cores are busy to the end. */
const MOST_PER_TASK: Record<'core' | 'emulator', number> = { core: 2_000, emulator: 50 };

/** The histories of each law in parts, each part with a seed of its own: the run's, and one more for every part. */
function tasksOf({ runs, seed, path }: FuzzArguments): Task[] {
  let next = seed;
  return (Object.entries(runs) as [LawName, number][]).flatMap(([law, count]) => {
    const most = MOST_PER_TASK[law === 'agreement' ? 'emulator' : 'core'];
    return Array.from({ length: Math.ceil(count / most) }, (_, part): Task => {
      const task = { law, runs: Math.min(most, count - part * most), seed: next, path };
      next += 1;
      return task;
    });
  });
}

/** Does every task, so many at once, and keeps their order. */
async function all(
  tasks: readonly Task[],
  atOnce: number,
  work: (task: Task) => Promise<Outcome>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let next = 0;
  let done = 0;
  const worker = async () => {
    for (let at = next++; at < tasks.length; at = next++) {
      const task = tasks[at];
      if (task === undefined) return;
      outcomes[at] = await work(task);
      done += task.runs;
      process.stderr.write(`${done} histories\n`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return outcomes;
}

// The processes end with this one, but not by a signal.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

runMain(main);

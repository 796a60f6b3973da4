import { startFirestore } from '../emulators/firestore';
import { runMain } from '../tools/run-main';
import { secondsSince } from '../tools/steps';
import { helpText, readSimulateArguments } from './arguments';
import { inProcess } from './in-process';
import { reportOf } from './report';

/** More than a machine's log should hold; the rest says the same. */
const MOST_PROBLEMS = 50;

/**
 * `npm run simulate`: a time of the business against the Firestore emulator, which it starts itself. Its last line has
 * the seed and the outcome, and the exit code is 1 unless everything is right.
 */
async function main(): Promise<number> {
  const wanted = readSimulateArguments(process.argv.slice(2));
  if (wanted.help) {
    console.log(helpText());
    return 0;
  }
  const { customers, months, seed } = wanted;
  const started = Date.now();
  const emulator = await startFirestore();
  try {
    const env = { FIRESTORE_EMULATOR_HOST: emulator.host };
    const summary = await inProcess(wanted, env, (month) => {
      process.stderr.write(`${month} ${secondsSince(started)}\n`);
    });
    const { problems, digest } = summary;
    console.log(reportOf(summary));
    for (const problem of problems.slice(0, MOST_PROBLEMS)) console.log(`✗ ${problem}`);
    console.log(`\nin ${secondsSince(started)}; documents ${digest}`);
    const outcome =
      problems.length === 0 ? 'books balance, no number is missing' : `${problems.length} problems`;
    console.log(`${customers} customers, ${months} months, seed ${seed}: ${outcome}`);
    return problems.length === 0 ? 0 : 1;
  } finally {
    await emulator.stop();
  }
}

runMain(main);

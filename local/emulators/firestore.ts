import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startInBackground } from '../tools/background';
import { findFirestoreEmulator, FIRESTORE_MAIN_CLASS } from '../tools/find-firestore-emulator';
import { findJava } from '../tools/find-java';
import { ROOT } from '../tools/paths';
import { freePort, HOST } from '../tools/ports';
import { Problem } from '../tools/problem';

/**
 * A shell script that runs its arguments and ends them when its standard input closes. So the emulator dies with us
 * even where nothing of ours runs any more, as after Ctrl-C in Jest.
 */
const UNTIL_INPUT_CLOSES =
  'exec 3<&0; "$@" 3<&- & program=$!; { cat <&3 >/dev/null; kill "$program"; } & wait "$program"';

/** What the emulator may take to answer, in milliseconds; it usually needs two seconds. */
const START_TIMEOUT = 60_000;

export interface FirestoreOptions {
  /** The port to listen on; a free one if not given. */
  port?: number;
  /** The file of the security rules; the project's own if not given. */
  rules?: string;
}

export interface RunningFirestore {
  /** `127.0.0.1:port`, the value of FIRESTORE_EMULATOR_HOST. */
  host: string;
  port: number;
  /** Ends the emulator; its data is gone. May be called more than once. */
  stop(): Promise<void>;
}

/**
 * Starts the Firestore emulator alone, without firebase-tools: ready in about two seconds, for tests of transactions
 * and rules. It keeps the data of each project id apart and has no function triggers.
 * @throws Problem when Java or the emulator is missing, or it does not start
 */
export async function startFirestore(options: FirestoreOptions = {}): Promise<RunningFirestore> {
  const jar = await findFirestoreEmulator();
  const port = options.port ?? (await freePort());
  const rules = options.rules ?? resolve(ROOT, 'firestore.rules');

  const log: string[] = [];
  const java = [findJava().path, '-Duser.language=en', '-cp', jar, FIRESTORE_MAIN_CLASS];
  const args = ['--host', HOST, '--port', String(port), '--rules', rules];
  const emulator = startInBackground('sh', ['-c', UNTIL_INPUT_CLOSES, 'sh', ...java, ...args], {
    cwd: ROOT,
    env: process.env,
    onLine: (line) => log.push(line),
    stopSignal: 'SIGTERM',
    patience: 5_000,
  });

  const host = `${HOST}:${port}`;
  let end: string | undefined;
  void emulator.ended.then((how) => (end = how));
  const deadline = Date.now() + START_TIMEOUT;
  while (!(await answers(`http://${host}/`))) {
    if (end !== undefined || Date.now() > deadline) {
      await emulator.stop();
      const what = end === undefined ? 'did not answer in a minute' : `ended at once (${end})`;
      throw new Problem(`The Firestore emulator ${what}:\n${log.slice(-20).join('\n')}`);
    }
    await delay(50);
  }
  return { host, port, stop: () => emulator.stop() };
}

/** Does anything answer HTTP at this address? */
async function answers(url: string): Promise<boolean> {
  try {
    await (await fetch(url)).arrayBuffer();
    return true;
  } catch {
    return false; // Nobody listens yet.
  }
}

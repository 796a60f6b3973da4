import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SimulationSettings } from '../../functions/src/testing/simulation/simulate';
import type { Summary } from '../../functions/src/testing/simulation/summary';

/** What the process of a simulation tells. */
export type Message =
  | { readonly month: string }
  | { readonly summary: Summary }
  /** It stopped before its end, and why. */
  | { readonly reason: string };

/**
 * Runs a simulation in a process of its own, whose output (the functions' log) is dropped.
 * @throws Error when it ends without a summary
 */
export function inProcess(
  settings: SimulationSettings,
  env: Readonly<Record<string, string>>,
  onMonth: (month: string) => void,
): Promise<Summary> {
  return new Promise((fulfil, reject) => {
    const child = fork(resolve(__dirname, 'worker.ts'), [JSON.stringify(settings)], {
      // However this process learned to run TypeScript, that one has to learn it as well.
      execArgv: ['--import', pathToFileURL(require.resolve('tsx')).href],
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    let reason = 'it said nothing';
    child.on('message', (message) => {
      // The worker sends nothing else.
      const told = message as Message;
      if ('month' in told) onMonth(told.month);
      else if ('summary' in told) fulfil(told.summary);
      else ({ reason } = told);
    });
    child.once('error', reject);
    child.once('close', () => {
      reject(new Error(`The simulation stopped: ${reason}`));
    });
  });
}

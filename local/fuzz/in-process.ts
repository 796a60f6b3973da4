import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Verdict } from '../../functions/src/testing/fuzz/laws';
import type { Task } from './worker';

/** What became of a task. */
export interface Outcome extends Verdict {
  readonly law: string;
  /** How often each thing happened. */
  readonly counts: Readonly<Record<string, number>>;
}

type Message = Omit<Outcome, 'law'> | { readonly reason: string };

/**
 * Tries a task in a process of its own, whose output (the functions' log) is dropped.
 * @throws Error when it ends without a verdict
 */
export function inProcess(task: Task, env: Readonly<Record<string, string>>): Promise<Outcome> {
  return new Promise((fulfil, reject) => {
    const child = fork(resolve(__dirname, 'worker.ts'), [JSON.stringify(task)], {
      // However this process learned to run TypeScript, that one has to learn it as well.
      execArgv: ['--import', pathToFileURL(require.resolve('tsx')).href],
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let told: Message | undefined;
    child.on('message', (message) => {
      told = message as Message;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (told !== undefined && 'failure' in told) fulfil({ ...told, law: task.law });
      else {
        reject(new Error(`${task.law} could not be tried: ${told?.reason ?? `exit code ${code ?? 'none'}`}`));
      }
    });
  });
}

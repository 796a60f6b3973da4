import { fork } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import type { Comparison } from './figure';

/**
 * Measures a figure in a process of its own, whose standard output (the functions' log) is dropped: ours belongs to
 * the report. Errors that it prints stay visible.
 * @throws Error when it ends without a result
 */
export function measureInProcess(
  entry: string,
  name: string,
  env: Readonly<Record<string, string>>,
): Promise<Comparison> {
  return new Promise((resolve, reject) => {
    const child = fork(entry, [name], {
      // However this process learned to run TypeScript, that one has to learn it as well.
      execArgv: ['--import', pathToFileURL(require.resolve('tsx')).href],
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let result: Comparison | undefined;
    child.on('message', (message) => {
      result = message as Comparison;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (result !== undefined && code === 0) resolve(result);
      else reject(new Error(`${name} could not be measured (exit code ${code ?? 'none'})`));
    });
  });
}

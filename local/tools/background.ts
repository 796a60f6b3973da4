import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { descendants, kill } from './process-tree';

export interface BackgroundOptions {
  cwd: string;
  /** The whole environment of the program. */
  env: NodeJS.ProcessEnv;
  /** Called with every line that the program prints. */
  onLine: (line: string) => void;
  /** The signal that ends it cleanly. */
  stopSignal: 'SIGINT' | 'SIGTERM';
  /** How long a clean end may take before it is forced, in milliseconds. */
  patience: number;
}

export interface Background {
  /** Settles when the program has ended, with a few words on how: "exit code 1". */
  ended: Promise<string>;
  /** Ends the program and all of its children; settles when they are gone. May be called more than once. */
  stop(): Promise<void>;
}

/**
 * Starts a program that runs until it is stopped. It gets a process group of its own, so that Ctrl-C in the terminal
 * reaches only us, and whoever started it ends it in order. Its standard input closes when this process dies.
 */
export function startInBackground(command: string, args: string[], options: BackgroundOptions): Background {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const killAll = (): void => {
    if (child.pid !== undefined) kill([...descendants(child.pid), child.pid, -child.pid]);
  };

  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', options.onLine);
  child.stdin.on('error', () => undefined); // A program that has ended closes its end of the pipe.
  process.once('exit', killAll);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => {
      resolve(error.message);
    });
    child.once('exit', killAll); // What it left behind in its group dies with it.
    child.once('close', (code, signal) => {
      resolve(signal === null ? `exit code ${code ?? 'unknown'}` : `signal ${signal}`);
    });
  });

  const stopOnce = async (): Promise<void> => {
    const family = child.pid === undefined || child.exitCode !== null ? [] : descendants(child.pid);
    child.kill(options.stopSignal);
    const patience = new AbortController();
    await Promise.race([ended, delay(options.patience, undefined, { signal: patience.signal })]);
    patience.abort();
    killAll();
    kill(family);
    await ended;
    process.off('exit', killAll);
  };
  let stopping: Promise<void> | undefined;
  return { ended, stop: () => (stopping ??= stopOnce()) };
}

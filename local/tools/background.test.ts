import { startInBackground, type Background } from './background';
import { descendants } from './process-tree';

/** A program that starts a child in a process group of its own, as firebase-tools does with Java. */
const PROGRAM = `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true });
  process.on('SIGINT', () => { if (!process.env.STUBBORN) process.exit(0); });
  console.log('child ' + child.pid);
  setInterval(() => {}, 1000);
`;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Settles when the process is gone: a killed child of a dead parent is collected a moment later. */
const gone = async (pid: number): Promise<void> => {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
};

async function start(environment: Record<string, string>): Promise<{ program: Background; child: number }> {
  let program: Background | undefined;
  const child = await new Promise<number>((resolve) => {
    program = startInBackground(process.execPath, ['-e', PROGRAM], {
      cwd: __dirname,
      env: { ...process.env, ...environment },
      onLine: (line) => {
        resolve(Number(line.replace('child ', '')));
      },
      stopSignal: 'SIGINT',
      patience: 300,
    });
  });
  if (program === undefined) throw new Error('not started');
  return { program, child };
}

test('stop ends the program and the child it left in another group', async () => {
  const { program, child } = await start({});
  expect(isAlive(child)).toBe(true);
  expect(descendants(process.pid)).toContain(child);
  await program.stop();
  await gone(child);
  await expect(program.ended).resolves.toBe('exit code 0');
});

test('a program that ignores the signal is killed, and a second stop is the first one', async () => {
  const { program, child } = await start({ STUBBORN: '1' });
  await Promise.all([program.stop(), program.stop()]);
  await gone(child);
  await expect(program.ended).resolves.toBe('signal SIGKILL');
});

test('a program that cannot be started ends with the reason', async () => {
  const program = startInBackground('/no/such/program', [], {
    cwd: __dirname,
    env: {},
    onLine: () => undefined,
    stopSignal: 'SIGINT',
    patience: 1,
  });
  await expect(program.ended).resolves.toContain('ENOENT');
  await program.stop();
});

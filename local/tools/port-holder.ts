import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The state "listening" in /proc/net/tcp. */
const LISTENING = '0A';

/** The program that listens on this port, as "node (process 123)", or undefined where this machine does not say. */
export function portHolder(port: number): string | undefined {
  if (process.platform === 'darwin' && port === 5000)
    return 'macOS (System Settings → AirDrop & Handoff → AirPlay Receiver)';
  return existsSync('/proc/net/tcp') ? holderInProc(port) : holderByLsof(port);
}

function holderInProc(port: number): string | undefined {
  const sockets = ['/proc/net/tcp', '/proc/net/tcp6']
    .filter((table) => existsSync(table))
    .flatMap((table) => readFileSync(table, 'utf8').trim().split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === LISTENING && parseInt(fields[1]?.split(':')[1] ?? '', 16) === port)
    .map((fields) => `socket:[${fields[9] ?? ''}]`);
  const holder = readdirSync('/proc').find((name) => /^\d+$/.test(name) && holdsOneOf(name, sockets));
  return holder === undefined
    ? undefined
    : `${readFileSync(`/proc/${holder}/comm`, 'utf8').trim()} (process ${holder})`;
}

function holdsOneOf(pid: string, sockets: string[]): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) =>
      sockets.includes(readlinkSync(`/proc/${pid}/fd/${fd}`)),
    );
  } catch {
    return false; // Another user's process, or one that has just ended.
  }
}

function holderByLsof(port: number): string | undefined {
  const { stdout } = spawnSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], {
    encoding: 'utf8',
  });
  const [, pid, command] = /^p(\d+)\nc(.*)$/m.exec(stdout) ?? [];
  return pid === undefined || command === undefined ? undefined : `${command} (process ${pid})`;
}

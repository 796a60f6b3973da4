import { createServer, type AddressInfo, type Server } from 'node:net';
import { portHolder } from './port-holder';
import { Problem } from './problem';

/** Everything here listens on this address only. */
export const HOST = '127.0.0.1';

/** A port that was asked for, and the setting that changes it. */
export interface WantedPort {
  port: number;
  /** What will listen there, for the message: "the app". */
  use: string;
  /** The environment variable that sets this port. */
  setting: string;
}

/** `count` different ports that were free a moment ago. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map(close));
  return ports;
}

/** One port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const [port] = await freePorts(1);
  if (port === undefined) throw new Error('asked for one port, got none');
  return port;
}

/**
 * Makes sure that every wanted port is free.
 * @throws Problem naming each port that is taken, who holds it if that is known, and how to choose another
 */
export async function checkPortsFree(wanted: WantedPort[]): Promise<void> {
  const taken: string[] = [];
  for (const { port, use, setting } of wanted) {
    if (await isFree(port)) continue;
    const holder = portHolder(port);
    taken.push(
      `Port ${port}, wanted for ${use}, is taken${holder === undefined ? '' : ` by ${holder}`}. ` +
        `End that program, or choose another port: ${setting}=${port + 1} npm start`,
    );
  }
  if (taken.length > 0) throw new Problem(taken.join('\n'));
}

/**
 * A port from an environment variable, or the usual one.
 * @throws Problem when the variable holds no port number
 */
export function portSetting(name: string, usual: number, environment = process.env): number {
  const text = environment[name];
  if (text === undefined || text === '') return usual;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Problem(`${name} must be a port number from 1 to 65535, not "${text}".`);
}

async function isFree(port: number): Promise<boolean> {
  try {
    await close(await listen(port));
    return true;
  } catch {
    return false; // In use, or not ours to use (below 1024): the message fits both.
  }
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: HOST, exclusive: true }, () => {
      resolve(server);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseJavaVersion } from './java-version';
import { allOnPath, isExecutable } from './on-path';
import { Problem } from './problem';

/** The oldest Java that firebase-tools accepts for the Firestore emulator. */
const OLDEST_JAVA = 21;

export interface Java {
  /** The `java` program. */
  path: string;
  version: number;
}

/**
 * The newest Java ≥ 21 on PATH, in JAVA_HOME or in the system's JVM folders.
 * @throws Problem when there is none
 */
export function findJava(): Java {
  const found = javaPrograms().flatMap((path): Java[] => {
    const version = versionOf(path);
    return version === undefined ? [] : [{ path, version }];
  });
  const newest = found.sort((a, b) => b.version - a.version)[0];
  if (newest !== undefined && newest.version >= OLDEST_JAVA) return newest;
  const what =
    newest === undefined ? 'none was found' : `the newest found is ${newest.version} (${newest.path})`;
  throw new Problem(
    `The Firestore emulator needs Java ${OLDEST_JAVA} or newer, and ${what}. Install one, for example ` +
      '`apt-get install openjdk-21-jre-headless`, `brew install openjdk` or the installer from adoptium.net, ' +
      'or set JAVA_HOME to one that is already there.',
  );
}

/** The environment that makes a child process take this Java: firebase-tools looks only at PATH. */
export function javaEnvironment(java: Java): { PATH: string; JAVA_HOME: string } {
  const bin = dirname(java.path);
  return {
    PATH: [bin, process.env.PATH ?? ''].join(process.platform === 'win32' ? ';' : ':'),
    JAVA_HOME: dirname(bin),
  };
}

function javaPrograms(): string[] {
  const homes = [
    ...(process.env.JAVA_HOME === undefined ? [] : [process.env.JAVA_HOME]),
    ...childrenOf('/usr/lib/jvm'),
    ...childrenOf('/Library/Java/JavaVirtualMachines').map((jdk) => join(jdk, 'Contents', 'Home')),
    ...childrenOf(join(homedir(), '.sdkman', 'candidates', 'java')),
    '/opt/homebrew/opt/openjdk',
    '/usr/local/opt/openjdk',
  ];
  const inHomes = homes
    .map((home) => join(home, 'bin', 'java'))
    .filter(isExecutable)
    .map((path) => realpathSync(path));
  return [...new Set([...allOnPath('java'), ...inHomes])];
}

function childrenOf(directory: string): string[] {
  return existsSync(directory) ? readdirSync(directory).map((name) => join(directory, name)) : [];
}

/** Reads the JDK's `release` file where there is one: a tenth of a second faster than starting each Java. */
function versionOf(path: string): number | undefined {
  const release = join(dirname(dirname(path)), 'release');
  const stated = existsSync(release) ? parseJavaVersion(readFileSync(release, 'utf8')) : undefined;
  if (stated !== undefined) return stated;
  const { stdout, stderr } = spawnSync(path, ['-version'], { encoding: 'utf8', timeout: 10_000 });
  return parseJavaVersion(`${stderr}\n${stdout}`);
}

import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { localFolder, ROOT } from '../tools/paths';
import { HOST } from '../tools/ports';

export interface SuiteConfiguration {
  projectId: string;
  /** The port of every emulator, and of the suite's own helpers. */
  ports: Record<EmulatorName | 'firestoreWebSocket', number>;
  /** Values of the functions' params (`defineString`). */
  params: Record<string, string>;
  /** Values of the functions' secrets (`defineSecret`). */
  secrets: Record<string, string>;
}

export type EmulatorName =
  'hosting' | 'functions' | 'firestore' | 'auth' | 'tasks' | 'eventarc' | 'hub' | 'logging';

interface FirebaseJson {
  functions: { source: string }[];
  hosting: { public: string; headers: { source: string; headers: { key: string; value: string }[] }[] };
  firestore: { rules: string };
  emulators: Record<string, unknown>;
}

/**
 * Makes a folder in which firebase-tools runs one suite: the project's firebase.json with the ports of this suite,
 * and its functions with the params and secrets of this suite, which the Functions emulator takes only from files
 * beside the code. So suites with different values run side by side, and nothing is written into `functions/`.
 * @returns the folder's path; the caller removes it
 */
export function makeSuiteFolder(configuration: SuiteConfiguration): string {
  removeAbandonedFolders();
  const folder = localFolder('suites', `${process.pid}-${randomUUID().slice(0, 8)}`);
  writeFileSync(join(folder, 'firebase.json'), JSON.stringify(firebaseJson(configuration), null, 2));

  // Hosting takes no path outside of the folder.
  symlinkSync(join(ROOT, 'web', 'dist'), join(folder, 'web'), 'junction');

  const functions = join(folder, 'functions');
  mkdirSync(functions);
  copyFileSync(join(ROOT, 'functions', 'package.json'), join(functions, 'package.json'));
  symlinkSync(join(ROOT, 'functions', 'lib'), join(functions, 'lib'), 'junction');
  writeFileSync(join(functions, `.env.${configuration.projectId}`), dotenv(configuration.params));
  writeFileSync(join(functions, '.secret.local'), dotenv(configuration.secrets));
  return folder;
}

function firebaseJson({ ports }: SuiteConfiguration): FirebaseJson {
  const project = JSON.parse(readFileSync(join(ROOT, 'firebase.json'), 'utf8')) as FirebaseJson;
  const { firestoreWebSocket, ...emulators } = ports;
  const addresses = Object.entries(emulators).map(([name, port]) => [name, { host: HOST, port }] as const);
  return {
    ...project,
    functions: project.functions.map((codebase) => ({ ...codebase, source: 'functions' })),
    hosting: {
      ...project.hosting,
      public: 'web',
      headers: project.hosting.headers.map(({ source, headers }) => ({
        source,
        headers: headers.map(({ key, value }) => ({
          key,
          value: key === 'Content-Security-Policy' ? withLocalSources(value) : value,
        })),
      })),
    },
    firestore: { ...project.firestore, rules: join(ROOT, project.firestore.rules) },
    emulators: {
      ...Object.fromEntries(addresses),
      firestore: { host: HOST, port: ports.firestore, websocketPort: firestoreWebSocket },
      ui: { enabled: false },
    },
  };
}

/** The deployed policy, and beside what it allows the emulators and stand-ins, whose ports change. */
export function withLocalSources(policy: string): string {
  return policy.replaceAll(
    /(connect-src|frame-src|form-action) [^;]*/g,
    (sources) => `${sources} http://${HOST}:*`,
  );
}

/** A dotenv file. JSON's double quotes and escapes for them are those of the Functions emulator as well. */
function dotenv(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}\n`)
    .join('');
}

/** Folders are named after the process that made them; one that was killed could not remove its own. */
function removeAbandonedFolders(): void {
  const suites = localFolder('suites');
  for (const name of readdirSync(suites)) {
    if (!isAlive(parseInt(name, 10))) rmSync(join(suites, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

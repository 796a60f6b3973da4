import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startInBackground } from '../tools/background';
import { deferred } from '../tools/deferred';
import { findFirestoreEmulator, writeFirestoreLauncher } from '../tools/find-firestore-emulator';
import { findJava, javaEnvironment } from '../tools/find-java';
import { ROOT } from '../tools/paths';
import { freePorts, HOST } from '../tools/ports';
import { Problem } from '../tools/problem';
import { kill } from '../tools/process-tree';
import { makeSuiteFolder } from './suite-folder';
import { readSuiteLine, withoutColour } from './suite-log';

/** What a start may take, in milliseconds; it usually takes fifteen seconds. */
const START_TIMEOUT = 180_000;
/** What a clean end may take; an export of much data needs the most. */
const STOP_PATIENCE = 30_000;

/** Other emulators or real credentials, which the functions must not meet. */
const NOT_INHERITED = {
  FIRESTORE_EMULATOR_HOST: undefined,
  FIREBASE_AUTH_EMULATOR_HOST: undefined,
  GOOGLE_APPLICATION_CREDENTIALS: undefined,
};

export interface SuitePorts {
  hosting: number;
  functions: number;
  firestore: number;
  auth: number;
}

export interface SuiteOptions {
  ports: SuitePorts;
  /** Starts with `demo-`: such a project needs no login, and the emulators never reach a real one. */
  projectId: string;
  params: Record<string, string>;
  secrets: Record<string, string>;
  /** Data to start with, from an earlier `exportDir`. */
  importDir?: string;
  /** Where to write the data on `stop`. */
  exportDir?: string;
  /** Called with every line that the emulators and the functions print. */
  onLog?: (line: string) => void;
}

export interface Suite {
  urls: {
    /** Firebase Hosting: the web app, webhooks and PDFs. */
    hosting: string;
    functions: string;
    firestore: string;
    auth: string;
    /** The emulators' own control; PUT `/functions/disableBackgroundTriggers` and `enableBackgroundTriggers`. */
    hub: string;
  };
  /** Settles with the reason when the emulators end without being stopped. */
  failed: Promise<string>;
  /** Ends every process of the suite and removes its files. May be called more than once. */
  stop(): Promise<void>;
}

/**
 * Runs the Firebase emulators of Auth, Functions, Firestore, Hosting and Cloud Tasks on the built project. Settles
 * when all of them answer and the functions are loaded. Several suites can run at once on different ports.
 * @throws Problem when something is missing, the functions cannot be loaded or firebase-tools ends
 */
export async function startSuite(options: SuiteOptions): Promise<Suite> {
  const java = findJava();
  const firestoreJar = await findFirestoreEmulator();
  const [hub = 0, logging = 0, tasks = 0, eventarc = 0, firestoreWebSocket = 0] = await freePorts(5);
  const { projectId, params, secrets } = options;
  const ports = { ...options.ports, hub, logging, tasks, eventarc, firestoreWebSocket };
  const folder = makeSuiteFolder({ projectId, ports, params, secrets });
  const launcher = writeFirestoreLauncher(firestoreJar, folder);

  const log: string[] = [];
  const lastLines = (): string => log.slice(-25).join('\n');
  const ready = deferred<undefined>();
  const emulators = startInBackground(process.execPath, firebaseArguments(options), {
    cwd: folder,
    env: {
      ...process.env,
      ...NOT_INHERITED,
      ...javaEnvironment(java),
      FIRESTORE_EMULATOR_BINARY_PATH: launcher,
      NO_UPDATE_NOTIFIER: '1',
    },
    onLine: (line) => {
      const plain = withoutColour(line);
      log.push(plain);
      options.onLog?.(plain);
      const news = readSuiteLine(plain);
      if (news === 'ready') ready.resolve(undefined);
      if (news === 'functions not loaded')
        ready.reject(new Error(`the functions could not be loaded.\n${lastLines()}`));
    },
    stopSignal: 'SIGINT',
    patience: STOP_PATIENCE,
  });
  let firestorePid: number | undefined;
  let isStopping = false;
  const failed = deferred<string>();
  void emulators.ended.then((how) => {
    // firebase-tools gives Java a process group of its own; should it crash, Java would stay.
    if (firestorePid !== undefined) kill([firestorePid]);
    ready.reject(new Error(`firebase-tools ended with ${how}.\n${lastLines()}`));
    if (!isStopping) failed.resolve(`firebase-tools ended with ${how}`);
  });
  const stop = async (): Promise<void> => {
    isStopping = true;
    await emulators.stop();
    rmSync(folder, { recursive: true, force: true });
  };

  const timeout = setTimeout(() => {
    ready.reject(new Error(`they were not ready after ${START_TIMEOUT / 1000} seconds.\n${lastLines()}`));
  }, START_TIMEOUT);
  try {
    await ready.promise;
    firestorePid = await firestoreProcess(`http://${HOST}:${hub}`);
  } catch (error) {
    await stop();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(`The emulators did not start: ${reason}`);
  } finally {
    clearTimeout(timeout);
  }
  const url = (port: number): string => `http://${HOST}:${port}`;
  const urls = {
    hosting: url(ports.hosting),
    functions: url(ports.functions),
    firestore: url(ports.firestore),
    auth: url(ports.auth),
    hub: url(hub),
  };
  return { urls, failed: failed.promise, stop };
}

function firebaseArguments({ projectId, importDir, exportDir }: SuiteOptions): string[] {
  return [
    '--require',
    join(__dirname, 'firebase-tools-preload.cjs'),
    join(ROOT, 'node_modules', 'firebase-tools', 'lib', 'bin', 'firebase.js'),
    'emulators:start',
    '--project',
    projectId,
    '--only',
    'auth,functions,firestore,hosting,tasks',
    ...(importDir === undefined ? [] : ['--import', importDir]),
    ...(exportDir === undefined ? [] : ['--export-on-exit', exportDir]),
  ];
}

/** Asks the hub which process is Firestore's; also checks that all of the emulators have come up. */
async function firestoreProcess(hub: string): Promise<number | undefined> {
  const running = (await (await fetch(`${hub}/emulators`)).json()) as Record<string, { pid?: number }>;
  const missing = ['auth', 'functions', 'firestore', 'hosting', 'tasks'].filter((name) => !(name in running));
  if (missing.length > 0) throw new Error(`these are not running: ${missing.join(', ')}`);
  return running.firestore?.pid;
}

import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { launcherJar } from './launcher-jar';
import { allOnPath } from './on-path';
import { ROOT } from './paths';
import { Problem } from './problem';
import { run } from './run';

/** The main class of Google's Firestore emulator, in the Cloud SDK's jar and in the one that firebase-tools downloads. */
export const FIRESTORE_MAIN_CLASS = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';

const JAR_IN_CLOUD_SDK = join('platform', 'cloud-firestore-emulator', 'cloud-firestore-emulator.jar');

/**
 * The jar of the Firestore emulator: the one that FIRESTORE_EMULATOR_BINARY_PATH names, firebase-tools' own
 * download, or the Google Cloud SDK's; if none is there, firebase-tools downloads it.
 * @throws Problem when it is nowhere and cannot be downloaded
 */
export async function findFirestoreEmulator(): Promise<string> {
  const named = process.env.FIRESTORE_EMULATOR_BINARY_PATH;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Problem(`FIRESTORE_EMULATOR_BINARY_PATH names ${named}, which does not exist.`);
  }
  return downloadedJar() ?? cloudSdkJar() ?? (await download());
}

/** Writes a jar for `java -jar`, which is how firebase-tools starts the emulator; it runs the found one. */
export function writeFirestoreLauncher(jar: string, folder: string): string {
  const path = join(folder, 'firestore-launcher.jar');
  writeFileSync(path, launcherJar(FIRESTORE_MAIN_CLASS, jar));
  return path;
}

function downloadedJar(): string | undefined {
  const folder = process.env.FIREBASE_EMULATORS_PATH ?? join(homedir(), '.cache', 'firebase', 'emulators');
  if (!existsSync(folder)) return undefined;
  const jars = readdirSync(folder).filter((name) => /^cloud-firestore-emulator-v.*\.jar$/.test(name));
  const newest = jars.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  return newest === undefined ? undefined : join(folder, newest);
}

function cloudSdkJar(): string | undefined {
  const roots = [
    ...(process.env.CLOUDSDK_ROOT_DIR === undefined ? [] : [process.env.CLOUDSDK_ROOT_DIR]),
    ...allOnPath('gcloud').map((gcloud) => dirname(dirname(gcloud))),
  ];
  return roots.map((root) => join(root, JAR_IN_CLOUD_SDK)).find((jar) => existsSync(jar));
}

async function download(): Promise<string> {
  const { output } = await run('npx', ['--no-install', 'firebase', 'setup:emulators:firestore'], {
    cwd: ROOT,
  });
  const jar = downloadedJar();
  if (jar !== undefined) return jar;
  const reason = /Error: (.*)/.exec(output)?.[1];
  throw new Problem(
    'The Firestore emulator is not on this machine and could not be downloaded' +
      `${reason === undefined ? '' : ` (${reason})`}. Connect to the Internet and try again, or install it with the ` +
      'Google Cloud SDK (`gcloud components install cloud-firestore-emulator`), or set ' +
      'FIRESTORE_EMULATOR_BINARY_PATH to its jar.',
  );
}

import type { FirebaseOptions } from 'firebase/app';

export interface EmulatorAddress {
  readonly host: string;
  readonly port: number;
}

export interface WebConfig {
  readonly firebase: FirebaseOptions;
  /** Where the emulators listen on a developer's machine; null in production. */
  readonly emulators: Partial<Record<'auth' | 'firestore' | 'functions', EmulatorAddress>> | null;
  /** What invoice numbers begin with: the functions' setting INVOICE_NUMBER_PREFIX. */
  readonly invoiceNumberPrefix: string;
}

/** The default of that setting. */
const NUMBER_PREFIX = 'HYB';

/**
 * Reads the project's configuration from Firebase Hosting's reserved addresses, so that one build runs in any
 * project. Project ids that start with `demo-` exist in emulators only; for them the Hosting emulator names
 * the other emulators' ports in `init.js`.
 */
export async function loadConfig(invoiceNumberPrefix = NUMBER_PREFIX): Promise<WebConfig> {
  const firebase = (await (await read('/__/firebase/init.json')).json()) as FirebaseOptions;
  if (!firebase.projectId?.startsWith('demo-')) {
    return { firebase, emulators: null, invoiceNumberPrefix };
  }
  const script = await (await read('/__/firebase/init.js?useEmulator=true')).text();
  return { firebase, emulators: parseEmulators(script), invoiceNumberPrefix };
}

/** Takes the emulators out of the Hosting emulator's `init.js`, which declares them as one JSON literal. */
export function parseEmulators(script: string): WebConfig['emulators'] {
  const literal = /var firebaseEmulators = (\{[\s\S]*?\n\});/.exec(script)?.[1];
  return literal === undefined ? null : (JSON.parse(literal) as WebConfig['emulators']);
}

async function read(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response;
}

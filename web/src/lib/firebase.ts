import { initializeApp } from 'firebase/app';
import type { FirebaseApp } from 'firebase/app';
import {
  browserLocalPersistence,
  connectAuthEmulator,
  indexedDBLocalPersistence,
  initializeAuth,
} from 'firebase/auth';
import type { Auth } from 'firebase/auth';
import { connectFirestoreEmulator, getFirestore } from 'firebase/firestore';
import type { Firestore } from 'firebase/firestore';
import { startAppCheck } from './app-check';
import type { WebConfig } from './config';

export interface Firebase {
  readonly app: FirebaseApp;
  readonly auth: Auth;
  readonly firestore: Firestore;
  readonly config: WebConfig;
}

let started: Firebase | null = null;

/**
 * Starts the SDKs once, before anything is rendered. Auth is told what it uses: `getAuth` would also bring the
 * pop-up and redirect flows of sign-in providers that this app does not offer.
 */
export async function startFirebase(config: WebConfig, appCheckSiteKey?: string): Promise<Firebase> {
  const app = initializeApp(config.firebase);
  await startAppCheck(app, config, appCheckSiteKey);
  const auth = initializeAuth(app, { persistence: [indexedDBLocalPersistence, browserLocalPersistence] });
  const firestore = getFirestore(app);
  const { emulators } = config;
  if (emulators?.auth) {
    connectAuthEmulator(auth, `http://${emulators.auth.host}:${emulators.auth.port}`, {
      disableWarnings: true,
    });
  }
  if (emulators?.firestore) {
    connectFirestoreEmulator(firestore, emulators.firestore.host, emulators.firestore.port);
  }
  started = { app, auth, firestore, config };
  return started;
}

export function firebase(): Firebase {
  if (started === null) throw new Error('startFirebase has not run yet');
  return started;
}

import type { App } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import type { Person } from './people';

/** Makes a person able to sign in; one who is there already stays as they are. */
export type SignUp = (person: Person) => Promise<void>;

/** Signs up in the Auth emulator that FIREBASE_AUTH_EMULATOR_HOST names. */
export function signUpInEmulator(app: App): SignUp {
  const auth = getAuth(app);
  return async ({ uid, password, role, profile: { email, displayName } }) => {
    try {
      await auth.createUser({ uid, email, emailVerified: true, password, displayName });
    } catch (error) {
      if (isUidTaken(error)) return;
      throw error;
    }
    if (role !== null) await auth.setCustomUserClaims(uid, { role });
  };
}

function isUidTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'auth/uid-already-exists';
}

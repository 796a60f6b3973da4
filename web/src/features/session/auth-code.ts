import { FirebaseError } from 'firebase/app';

/** Firebase Auth's code for what went wrong, such as `auth/invalid-email`; empty for a fault of another kind. */
export function authCodeOf(error: unknown): string {
  return error instanceof FirebaseError ? error.code : '';
}

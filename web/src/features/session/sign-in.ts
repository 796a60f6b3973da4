import { signInWithEmailAndPassword } from 'firebase/auth';
import { firebase } from '../../lib/firebase';
import { authCodeOf } from './auth-code';

export type SignInProblem = 'wrong' | 'tooMany' | 'offline' | 'failed';

export async function signIn(email: string, password: string): Promise<void> {
  await signInWithEmailAndPassword(firebase().auth, email.trim(), password);
}

/** The same answer whether or not the address is registered. */
export function signInProblem(error: unknown): SignInProblem {
  switch (authCodeOf(error)) {
    case 'auth/invalid-credential':
    case 'auth/invalid-email':
    case 'auth/user-not-found':
    case 'auth/user-disabled':
    case 'auth/wrong-password':
      return 'wrong';
    case 'auth/too-many-requests':
      return 'tooMany';
    case 'auth/network-request-failed':
      return 'offline';
    default:
      return 'failed';
  }
}

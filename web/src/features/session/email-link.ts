import { sendSignInLinkToEmail, signInWithEmailLink } from 'firebase/auth';
import { firebase } from '../../lib/firebase';
import { paths } from '../../lib/paths';
import { authCodeOf } from './auth-code';

/** Where this browser keeps the address that a link was sent to, until the link is followed. */
const STORAGE_KEY = 'hyble.signInEmail';

export type SendProblem = 'emailInvalid' | 'tooMany' | 'offline' | 'linkOff' | 'failed';
export type FollowProblem = 'expired' | 'otherAddress' | 'tooMany' | 'offline' | 'failed';

/** Refusals that would tell whether somebody has an account here; the visitor gets the same answer as always. */
const SILENT: ReadonlySet<string> = new Set([
  'auth/user-not-found',
  'auth/user-disabled',
  'auth/admin-restricted-operation',
]);

/**
 * Has Firebase send a link that signs in and leads on to `next`. Resolves whether or not the address has an account.
 * @throws FirebaseError for what has nothing to do with the account; see `sendProblem`.
 */
export async function sendLink(email: string, next: string, language: string): Promise<void> {
  const { auth } = firebase();
  const address = email.trim();
  auth.languageCode = language;
  try {
    await sendSignInLinkToEmail(auth, address, {
      url: window.location.origin + paths.signIn(next),
      handleCodeInApp: true,
    });
  } catch (error) {
    if (!SILENT.has(authCodeOf(error))) throw error;
  }
  localStorage.setItem(STORAGE_KEY, address);
}

export function sendProblem(error: unknown): SendProblem {
  switch (authCodeOf(error)) {
    case 'auth/invalid-email':
    case 'auth/missing-email':
      return 'emailInvalid';
    case 'auth/too-many-requests':
    case 'auth/quota-exceeded':
      return 'tooMany';
    case 'auth/network-request-failed':
      return 'offline';
    case 'auth/operation-not-allowed':
      return 'linkOff';
    default:
      return 'failed';
  }
}

/** The address that a link was sent to from this browser; null when it was another one. */
export function rememberedEmail(): string | null {
  return localStorage.getItem(STORAGE_KEY);
}

/** Signs in with the link that is open, for the address that it was sent to. */
export async function followLink(email: string): Promise<void> {
  await signInWithEmailLink(firebase().auth, email.trim(), window.location.href);
  localStorage.removeItem(STORAGE_KEY);
}

export function followProblem(error: unknown): FollowProblem {
  switch (authCodeOf(error)) {
    // Used before, too old, or superseded by a newer one; of a disabled account no more is said.
    case 'auth/expired-action-code':
    case 'auth/invalid-action-code':
    case 'auth/user-disabled':
      return 'expired';
    case 'auth/invalid-email':
      return 'otherAddress';
    case 'auth/too-many-requests':
      return 'tooMany';
    case 'auth/network-request-failed':
      return 'offline';
    default:
      return 'failed';
  }
}

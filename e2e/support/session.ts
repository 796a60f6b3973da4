import type { BrowserContextOptions } from '@playwright/test';
import type { Person } from './people';
import { stackAddresses } from './stack';

interface Tokens {
  readonly idToken: string;
  readonly refreshToken: string;
}

const HOUR_MS = 60 * 60_000;

/** Sign-ins of this worker by uid: tokens hold for an hour, longer than all tests together. */
const signIns = new Map<string, Promise<Tokens>>();

/** Signs somebody in without a browser, once. */
export function tokensOf(person: Person): Promise<Tokens> {
  const earlier = signIns.get(person.uid);
  if (earlier !== undefined) return earlier;
  const tokens = signInByPassword(person);
  signIns.set(person.uid, tokens);
  return tokens;
}

async function signInByPassword({ email, password }: Person): Promise<Tokens> {
  const { authHost } = stackAddresses();
  const path = 'identitytoolkit.googleapis.com/v1/accounts:signInWithPassword';
  const response = await fetch(`http://${authHost}/${path}?key=any`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password, returnSecureToken: true }),
  });
  if (!response.ok) throw new Error(`${email}: ${await response.text()}`);
  return (await response.json()) as Tokens;
}

let apiKey: Promise<string> | undefined;

/** The project's, of which the browser makes the name that it keeps a sign-in under. */
async function readApiKey(): Promise<string> {
  const response = await fetch(`${stackAddresses().app}/__/firebase/init.json`);
  return ((await response.json()) as { apiKey: string }).apiKey;
}

/** What Firebase Authentication has left in the browser of somebody who signed in there earlier. */
export async function signedInStorage(
  person: Person,
): Promise<Exclude<BrowserContextOptions['storageState'], string | undefined>> {
  const { idToken, refreshToken } = await tokensOf(person);
  apiKey ??= readApiKey();
  const user = {
    uid: person.uid,
    email: person.email,
    emailVerified: false,
    isAnonymous: false,
    providerData: [],
    stsTokenManager: { accessToken: idToken, refreshToken, expirationTime: Date.now() + HOUR_MS },
  };
  const name = `firebase:authUser:${await apiKey}:[DEFAULT]`;
  return {
    cookies: [],
    origins: [{ origin: stackAddresses().app, localStorage: [{ name, value: JSON.stringify(user) }] }],
  };
}

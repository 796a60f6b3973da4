import { randomUUID } from 'node:crypto';
import { getApps, initializeApp } from 'firebase-admin/app';
import { getAuth } from 'firebase-admin/auth';
import type { Firestore } from 'firebase-admin/firestore';
import { getFirestore } from 'firebase-admin/firestore';
import type { Locale } from '../../functions/src/schema/common';
import { stackAddresses } from './stack';

export interface Person {
  readonly uid: string;
  readonly email: string;
  readonly password: string;
}

type Country = 'TR' | 'DE';

const PROFILES = {
  TR: { displayName: 'Gülşah Işık', country: 'TR', locale: 'tr', currency: 'TRY', city: 'İzmir' },
  DE: { displayName: 'Jörg Müller', country: 'DE', locale: 'en', currency: 'EUR', city: 'Köln' },
} as const;

const PASSWORD = 'correct horse battery';

/** A customer of their own for one test, so that tests can run side by side; speaks their country's language. */
export async function newCustomer(
  country: Country,
  { locale = PROFILES[country].locale }: { locale?: Locale } = {},
): Promise<Person> {
  const { city, ...profile } = PROFILES[country];
  const person = await signUp('customer');
  const now = new Date();
  await firestore()
    .doc(`users/${person.uid}`)
    .set({
      ...profile,
      locale,
      email: person.email,
      taxId: null,
      taxOffice: null,
      address: { line1: 'Musterstraße 1', line2: null, postalCode: '50667', city },
      organizationIds: [],
      createdAt: now,
      updatedAt: now,
    });
  return person;
}

/** Somebody who has an account to sign in with, and nothing else yet. */
export function newcomer(): Promise<Person> {
  return signUp('newcomer');
}

export async function newFinanceUser(): Promise<Person> {
  const person = await signUp('finance');
  await auth().setCustomUserClaims(person.uid, { role: 'finance' });
  return person;
}

async function signUp(kind: string): Promise<Person> {
  const email = `${kind}-${randomUUID()}@hyble.example`;
  const { uid } = await auth().createUser({ email, password: PASSWORD });
  return { uid, email, password: PASSWORD };
}

export function firestore(): Firestore {
  connect();
  return getFirestore();
}

function auth() {
  connect();
  return getAuth();
}

function connect(): void {
  if (getApps().length > 0) return;
  const { projectId, firestoreHost, authHost } = stackAddresses();
  process.env.FIRESTORE_EMULATOR_HOST = firestoreHost;
  process.env.FIREBASE_AUTH_EMULATOR_HOST = authHost;
  initializeApp({ projectId });
}

import { getApps, initializeApp } from 'firebase-admin/app';
import type { DocumentData, Firestore } from 'firebase-admin/firestore';
import { getFirestore, Timestamp } from 'firebase-admin/firestore';

/** How the Admin SDK names the app that has no name. */
const DEFAULT_APP = '[DEFAULT]';

/** The project's database. The SDK of the functions may have started an app of its own before. */
export function firestore(): Firestore {
  if (!getApps().some(({ name }) => name === DEFAULT_APP)) initializeApp();
  return getFirestore();
}

/** A stored value with its Timestamps as Dates, which is how documents are typed everywhere. */
export function fromFirestore(data: DocumentData): DocumentData {
  return convert(data) as DocumentData;
}

function convert(value: unknown): unknown {
  if (value instanceof Timestamp) return value.toDate();
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, convert(inner)]));
  }
  return value;
}

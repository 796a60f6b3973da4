import { getApps, initializeApp } from 'firebase-admin/app';
import type { DocumentData, Firestore } from 'firebase-admin/firestore';
import { getFirestore, Timestamp } from 'firebase-admin/firestore';

export function firestore(): Firestore {
  if (getApps().length === 0) initializeApp();
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

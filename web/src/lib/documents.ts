import type { AuditEntry } from '@hyble/billing-functions/src/schema/audit-entry';
import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import type { Organization } from '@hyble/billing-functions/src/schema/organization';
import type { DocumentPath } from '@hyble/billing-functions/src/schema/paths';
import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import type { Product } from '@hyble/billing-functions/src/schema/product';
import type { User } from '@hyble/billing-functions/src/schema/user';
import { collection, doc, Timestamp } from 'firebase/firestore';
import type {
  CollectionReference,
  DocumentReference,
  FirestoreDataConverter,
  QueryDocumentSnapshot,
} from 'firebase/firestore';
import { firebase } from './firebase';

/** A document with its id, as screens use it. */
export type Stored<T> = T & { readonly id: string };

/** The root collections that the web app lists. */
interface Collections {
  auditLog: AuditEntry;
  invoices: Invoice;
  organizations: Organization;
  payments: Payment;
  products: Product;
  users: User;
}

export function collectionOf<Name extends keyof Collections>(
  name: Name,
): CollectionReference<Stored<Collections[Name]>> {
  return collection(firebase().firestore, name).withConverter(reading<Collections[Name]>());
}

export function documentAt<T>(path: DocumentPath<T>): DocumentReference<Stored<T>> {
  return doc(firebase().firestore, path).withConverter(reading<T>());
}

/**
 * Documents are written by functions, which validate them; the browser only reads. Times become `Date`, as the
 * schemas have them.
 */
function reading<T>(): FirestoreDataConverter<Stored<T>> {
  return {
    toFirestore: () => {
      throw new Error('The web app writes no documents through this converter');
    },
    fromFirestore: (snapshot: QueryDocumentSnapshot) => ({
      ...(withDates(snapshot.data()) as T),
      id: snapshot.id,
    }),
  };
}

/** The same value with every Firestore Timestamp, at any depth, as a `Date`. */
export function withDates(value: unknown): unknown {
  if (value instanceof Timestamp) return value.toDate();
  if (Array.isArray(value)) return value.map(withDates);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withDates(field)]));
  }
  return value;
}

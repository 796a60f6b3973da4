import type { AuditEntry } from '@hyble/billing-functions/src/schema/audit-entry';
import type { BankTransaction } from '@hyble/billing-functions/src/schema/bank-transaction';
import type { CreditNote } from '@hyble/billing-functions/src/schema/credit-note';
import type { Difference } from '@hyble/billing-functions/src/schema/difference';
import type { GatewayEventRecord } from '@hyble/billing-functions/src/schema/gateway-event';
import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import type { Organization } from '@hyble/billing-functions/src/schema/organization';
import { paths } from '@hyble/billing-functions/src/schema/paths';
import type { DocumentPath } from '@hyble/billing-functions/src/schema/paths';
import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import type { PaymentMethod } from '@hyble/billing-functions/src/schema/payment-method';
import type { Plan } from '@hyble/billing-functions/src/schema/plan';
import type { Product } from '@hyble/billing-functions/src/schema/product';
import type { Refund } from '@hyble/billing-functions/src/schema/refund';
import type { DunningAttempt, Subscription } from '@hyble/billing-functions/src/schema/subscription';
import type { User } from '@hyble/billing-functions/src/schema/user';
import type { Wallet, WalletEntry } from '@hyble/billing-functions/src/schema/wallet';
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
  bankTransactions: BankTransaction;
  creditNotes: CreditNote;
  differences: Difference;
  gatewayEvents: GatewayEventRecord;
  invoices: Invoice;
  organizations: Organization;
  paymentMethods: PaymentMethod;
  payments: Payment;
  plans: Plan;
  products: Product;
  refunds: Refund;
  subscriptions: Subscription;
  users: User;
  wallets: Wallet;
}

export function collectionOf<Name extends keyof Collections>(
  name: Name,
): CollectionReference<Stored<Collections[Name]>> {
  return collection(firebase().firestore, name).withConverter(reading<Collections[Name]>());
}

/** The entries of a wallet, which lie under it. */
export function entriesOf(uid: string, currency: string): CollectionReference<Stored<WalletEntry>> {
  const wallet = paths.wallet(uid, currency);
  return collection(firebase().firestore, wallet, 'entries').withConverter(reading<WalletEntry>());
}

/** The attempts to collect of a subscription, which lie under it. */
export function attemptsOf(subscriptionId: string): CollectionReference<Stored<DunningAttempt>> {
  const subscription = paths.subscription(subscriptionId);
  return collection(firebase().firestore, subscription, 'dunningAttempts').withConverter(
    reading<DunningAttempt>(),
  );
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

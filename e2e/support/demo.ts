import { people } from '../../local/demo/people';
import type { InvoiceStatus } from '../../functions/src/schema/invoice';
import type { SubscriptionStatus } from '../../functions/src/schema/subscription';
import type { Person } from './people';
import { firestore } from './people';

/** Somebody of the demo data, ready to sign in. */
export function demoPerson(name: keyof typeof people): Person {
  const { uid, password, profile } = people[name];
  return { uid, password, email: profile.email };
}

/** The newest demo invoice of a person with a status. */
export async function demoInvoiceId(person: Person, status: InvoiceStatus): Promise<string> {
  const { docs } = await firestore()
    .collection('invoices')
    .where('userId', '==', person.uid)
    .where('status', '==', status)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .get();
  const [doc] = docs;
  if (doc === undefined) throw new Error(`The demo has no ${status} invoice of ${person.email}`);
  return doc.id;
}

/** The oldest demo subscription of a person with a status. */
export async function demoSubscriptionId(person: Person, status: SubscriptionStatus): Promise<string> {
  const { docs } = await firestore()
    .collection('subscriptions')
    .where('userId', '==', person.uid)
    .where('status', '==', status)
    .orderBy('createdAt', 'asc')
    .limit(1)
    .get();
  const [doc] = docs;
  if (doc === undefined) throw new Error(`The demo has no ${status} subscription of ${person.email}`);
  return doc.id;
}

/** The id of the newest document of a collection, of this person if one is named. */
export async function newestOf(collection: string, person?: Person): Promise<string> {
  const all = firestore().collection(collection);
  const owned = person === undefined ? all : all.where('userId', '==', person.uid);
  const { docs } = await owned.orderBy('createdAt', 'desc').limit(1).get();
  const [doc] = docs;
  if (doc === undefined) throw new Error(`The demo has no document in ${collection}`);
  return doc.id;
}

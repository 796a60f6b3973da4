import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import type { Firestore } from 'firebase-admin/firestore';
import { create } from '../../functions/src/core/decision';
import type { Write } from '../../functions/src/core/decision';
import { transact } from '../../functions/src/platform/transact';
import { paths } from '../../functions/src/schema/paths';
import { playFinance } from './finance';
import { invoiceStories } from './invoices';
import { organization, people } from './people';
import type { Person } from './people';
import { play } from './play';
import { plans } from './plans';
import { products } from './products';
import { subscriptionStories } from './subscriptions';
import { topUpStories } from './top-ups';
import { sellerSettings } from './seller';
import { signUpInEmulator } from './sign-up';
import type { SignUp } from './sign-up';
import { instantAgo } from './story';
import { summarize } from './summary';
import type { DemoSummary } from './summary';

export interface SeedOptions {
  readonly projectId: string;
  /** `127.0.0.1:port` of the Firestore emulator. */
  readonly firestoreHost: string;
  /** `127.0.0.1:port` of the Auth emulator. */
  readonly authHost: string;
}

/**
 * Fills running emulators with people to sign in as and a year of their invoices and payments. A second time it
 * changes nothing. Sets in this process's environment what the Admin SDK and the functions read there.
 */
export async function seedDemo({ projectId, firestoreHost, authHost }: SeedOptions): Promise<DemoSummary> {
  Object.assign(process.env, {
    FIRESTORE_EMULATOR_HOST: firestoreHost,
    FIREBASE_AUTH_EMULATOR_HOST: authHost,
    // Emulators ask for no credentials; without this the SDK looks for those of a Google machine.
    METADATA_SERVER_DETECTION: 'none',
  });
  const app = initializeApp({ projectId }, `demo-data-of-${projectId}`);
  try {
    return await fill(getFirestore(app), signUpInEmulator(app), new Date());
  } finally {
    await deleteApp(app);
  }
}

/** Puts the demo into a database as it would look at `now`. */
export async function fill(db: Firestore, signUp: SignUp, now: Date): Promise<DemoSummary> {
  Object.assign(process.env, sellerSettings);
  await Promise.all(everybody.map(signUp));
  if (!(await isThere(db, LAST))) {
    if (await isThere(db, people.ayse)) {
      throw new Error('The demo data was left half written. Start again with empty emulators.');
    }
    await writeCatalogue(db, now);
    const subscriptions = subscriptionStories;
    await play(db, { stories: invoiceStories(), topUps: topUpStories(), subscriptions }, now);
    await playFinance(db, now);
    await writeProfile(db, LAST, now);
  }
  return summarize(db, everybody);
}

const everybody: readonly Person[] = Object.values(people);

/** Their profile is written after everything else: where it is, the demo is whole. */
const LAST = people.ugur;

async function isThere(db: Firestore, { uid }: Person): Promise<boolean> {
  return (await db.doc(paths.user(uid)).get()).exists;
}

/** People, their organization and the products, from before the first invoice. */
async function writeCatalogue(db: Firestore, now: Date): Promise<void> {
  const writes = [
    ...everybody.filter((person) => person !== LAST).map(profileWrite),
    create(paths.organization(organization.id), organization.fields),
    ...products.map(({ id, fields }) => create(paths.product(id), fields)),
    ...plans.map(({ id, fields }) => create(paths.plan(id), fields)),
  ];
  await transact(db, beginning(now), () => Promise.resolve({ writes, result: null }));
}

async function writeProfile(db: Firestore, person: Person, now: Date): Promise<void> {
  await transact(db, beginning(now), () => Promise.resolve({ writes: [profileWrite(person)], result: null }));
}

function profileWrite({ uid, profile }: Person): Write {
  return create(paths.user(uid), profile);
}

/** Noon of a day before the oldest invoice. */
function beginning(now: Date): Date {
  return instantAgo(now, 400, 12 * 60);
}

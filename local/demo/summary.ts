import type { Firestore } from 'firebase-admin/firestore';
import type { Person } from './people';

export interface DemoSignIn {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  /** What there is to see with this sign-in. */
  readonly shows: string;
}

export interface DemoSummary {
  readonly signIns: readonly DemoSignIn[];
  readonly invoices: number;
  readonly payments: number;
}

/** Who can sign in to the demo, and how much there is. */
export async function summarize(db: Firestore, people: readonly Person[]): Promise<DemoSummary> {
  const [invoices, payments] = await Promise.all([count(db, 'invoices'), count(db, 'payments')]);
  const signIns = people.map(({ password, shows, profile: { email, displayName: name } }) => ({
    email,
    password,
    name,
    shows,
  }));
  return { signIns, invoices, payments };
}

/** The summary as a few lines for the terminal. */
export function summaryText({ signIns, invoices, payments }: DemoSummary): string {
  const width = Math.max(...signIns.map(({ email }) => email.length));
  const passwords = [...new Set(signIns.map(({ password }) => password))];
  return [
    `Demo data: ${invoices} invoices, ${payments} payments. Sign in with the password ${passwords.join(' or ')}:`,
    ...signIns.map(({ email, name, shows }) => `  ${email.padEnd(width)}  ${name}, ${shows}`),
  ].join('\n');
}

async function count(db: Firestore, collection: string): Promise<number> {
  return (await db.collection(collection).count().get()).data().count;
}

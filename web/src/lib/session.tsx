import type { Role } from '@hyble/billing-functions/src/schema/roles';
import { onIdTokenChanged, signOut as signOutOfFirebase } from 'firebase/auth';
import type { User } from 'firebase/auth';
import { createContext, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { firebase } from './firebase';

export interface Visitor {
  readonly uid: string;
  readonly email: string;
  /** Null for a customer. */
  readonly role: Role | null;
}

export type Session =
  | { readonly status: 'starting' }
  | { readonly status: 'signed-out' }
  | { readonly status: 'signed-in'; readonly visitor: Visitor };

const SessionContext = createContext<Session>({ status: 'starting' });

/** Who is signed in, followed for as long as the app is open: a changed role arrives with the next token. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session>({ status: 'starting' });

  useEffect(() => {
    let latest: User | null = null;
    return onIdTokenChanged(firebase().auth, (user) => {
      latest = user;
      if (user === null) {
        setSession({ status: 'signed-out' });
        return;
      }
      void visitorOf(user).then((visitor) => {
        if (latest === user) setSession({ status: 'signed-in', visitor });
      });
    });
  }, []);

  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  return useContext(SessionContext);
}

/** The visitor of a page that only signed-in people reach. */
export function useVisitor(): Visitor {
  const session = useSession();
  if (session.status !== 'signed-in') throw new Error('This page is for signed-in visitors only');
  return session.visitor;
}

/** What the browser shows by role; the security rules and functions decide what a role may do. */
export function isStaff(visitor: Visitor): boolean {
  return visitor.role !== null;
}

export async function signOut(): Promise<void> {
  await signOutOfFirebase(firebase().auth);
}

async function visitorOf(user: User): Promise<Visitor> {
  const { claims } = await user.getIdTokenResult();
  const role = claims.role === 'finance' || claims.role === 'admin' ? claims.role : null;
  return { uid: user.uid, email: user.email ?? '', role };
}

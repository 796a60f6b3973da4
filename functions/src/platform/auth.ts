import type { Actor } from '../finance/rules/audit';
import type { Role } from '../schema/roles';
import { role as roleSchema } from '../schema/roles';
import { BillingError } from './errors';
import { randomId } from './random-id';

export interface Caller {
  readonly uid: string;
  /** Null for a customer. */
  readonly role: Role | null;
}

/** The verified caller of a callable; claims we don't know count for nothing. */
export function callerOf(auth: { uid: string; token: object } | undefined): Caller {
  if (auth === undefined) throw new BillingError('UNAUTHENTICATED');
  const parsed = roleSchema.safeParse('role' in auth.token ? auth.token.role : undefined);
  return { uid: auth.uid, role: parsed.success ? parsed.data : null };
}

/** @throws BillingError PERMISSION_DENIED for everybody but finance and admins. */
export function requireStaff({ role }: Caller): void {
  if (role === null) throw new BillingError('PERMISSION_DENIED');
}

/** The caller as the audit log names them, with an id for this act. */
export function actorOf(caller: Caller): Actor {
  return { ...caller, auditId: randomId() };
}

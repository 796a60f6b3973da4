import type { Firestore } from 'firebase-admin/firestore';
import type { SavedMethods } from '../gateways/gateway';
import { BillingError } from '../platform/errors';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import type { GatewayName } from '../schema/payment';
import type { User } from '../schema/user';
import { rememberHandle } from './rules/gateway-identity';

/** A customer, and the gateway that is to know them. */
export interface Acquaintance {
  readonly gateway: GatewayName;
  readonly methods: SavedMethods;
  readonly userId: string;
  readonly user: Pick<User, 'email' | 'displayName'>;
  /** What the gateway calls them, as far as we know. */
  readonly gatewayCustomerId: string | null;
}

/**
 * Makes a call to a gateway that should know the customer, and introduces them before when it does not; one that makes
 * customers by itself is called without. Where somebody has deleted them at the gateway meanwhile, they are introduced
 * anew and the call is made once more. Until our note is written a crash leaves nothing behind: the gateway answers the
 * same customer when it is asked again.
 */
export async function asGatewayCustomer<Result>(
  db: Firestore,
  customer: Acquaintance,
  now: Date,
  call: (gatewayCustomerId: string | null) => Promise<Result>,
): Promise<Result> {
  const known = customer.gatewayCustomerId ?? (await introduce(db, customer, null, now));
  try {
    return await call(known);
  } catch (error) {
    if (!(error instanceof BillingError) || error.code !== 'GATEWAY_CUSTOMER_UNKNOWN') throw error;
    return call(await introduce(db, customer, known, now));
  }
}

async function introduce(
  db: Firestore,
  { gateway, methods, userId, user }: Acquaintance,
  lost: string | null,
  now: Date,
): Promise<string | null> {
  const { email, displayName: name } = user;
  const handle = await methods.createCustomer({ userId, email, name, lost });
  if (handle === null) return null;
  return transact(db, now, async (get) => {
    const { identity } = await get({ identity: paths.gatewayIdentity(userId) });
    return rememberHandle(identity, { userId, gateway, handle, lost });
  });
}

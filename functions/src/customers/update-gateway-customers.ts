import type { Firestore } from 'firebase-admin/firestore';
import { gatewayNamed } from '../gateways/registry';
import { handleOf } from '../payments/rules/gateway-identity';
import { BillingError } from '../platform/errors';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import { gatewayName } from '../schema/payment';
import type { GatewayName } from '../schema/payment';
import type { User } from '../schema/user';

/** What a gateway is told of a customer. */
type Known = Pick<User, 'email' | 'displayName'>;

/** Whether a change of a profile is one that gateways are told of. */
export function isToldToGateways(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): boolean {
  return before.email !== after.email || before.displayName !== after.displayName;
}

/**
 * Tells every gateway that knows a customer their e-mail and name as they are now, and not as some change of them was: so
 * it can be repeated, and of several changes any may be told last. One who was changed while the gateway was told is told
 * again. A gateway that refuses, such as an address that it takes for none, is not asked again for the same: its no is in
 * the log.
 * @returns How many gateways know the customer.
 * @throws BillingError GATEWAY_RESULT_UNKNOWN, GATEWAY_NOT_CONFIGURED: to be repeated.
 */
export async function updateGatewayCustomers(db: Firestore, userId: string, now: Date): Promise<number> {
  let told: Known | null = null;
  for (;;) {
    const { user, identity } = await transact(db, now, async (get) => ({
      writes: [],
      result: await get({ user: paths.user(userId), identity: paths.gatewayIdentity(userId) }),
    }));
    const known = gatewayName.options.filter((name) => handleOf(identity, name) !== null);
    if (user === null || (told !== null && !isToldToGateways(told, user))) return known.length;
    for (const name of known) await tell(name, handleOf(identity, name) ?? '', user);
    if (known.length === 0) return 0;
    told = user;
  }
}

async function tell(name: GatewayName, gatewayCustomerId: string, user: Known): Promise<void> {
  const methods = (await gatewayNamed(name)).savedMethods();
  const { email, displayName } = user;
  try {
    await methods?.updateCustomer({ gatewayCustomerId, email, name: displayName });
  } catch (error) {
    if (!(error instanceof BillingError) || error.code !== 'GATEWAY_DECLINED') throw error;
  }
}

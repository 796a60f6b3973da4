import type { Decision, Fields, Write } from '../../core/decision';
import { create, update } from '../../core/decision';
import { paths } from '../../schema/paths';
import type { GatewayName } from '../../schema/payment';
import type { GatewayIdentity } from '../../schema/user';

type Handle = 'stripeCustomerId' | 'paytrUserToken';

/** Where each gateway's name for a customer is kept. */
export const HANDLE: Record<GatewayName, Handle> = { stripe: 'stripeCustomerId', paytr: 'paytrUserToken' };

const UNKNOWN: Fields<GatewayIdentity> = {
  stripeCustomerId: null,
  paytrUserToken: null,
  defaultPaymentMethodId: null,
};

/** What a gateway calls a customer; null when it does not know them yet. */
export function handleOf(
  identity: Pick<GatewayIdentity, Handle> | null,
  gateway: GatewayName,
): string | null {
  return identity?.[HANDLE[gateway]] ?? null;
}

/**
 * Notes what a gateway calls a customer from now on: in place of no name, or of `lost`, which it does not know any
 * more. A call at the same time that was quicker wins.
 */
export function rememberHandle(
  identity: GatewayIdentity | null,
  command: {
    readonly userId: string;
    readonly gateway: GatewayName;
    readonly handle: string;
    readonly lost: string | null;
  },
): Decision<string> {
  const { userId, gateway, handle, lost } = command;
  const known = handleOf(identity, gateway);
  if (known !== null && known !== lost) return { writes: [], result: known };
  return { writes: changeIdentity(userId, identity, { [HANDLE[gateway]]: handle }), result: handle };
}

/** Makes a kept card the customer's default, or leaves them without one. */
export function pointDefault(
  userId: string,
  identity: GatewayIdentity | null,
  defaultPaymentMethodId: string | null,
): Write[] {
  if ((identity?.defaultPaymentMethodId ?? null) === defaultPaymentMethodId) return [];
  return changeIdentity(userId, identity, { defaultPaymentMethodId });
}

/** Leaves a customer without a default card, whose record says that they have one. */
export function clearDefault(userId: string): Write {
  return update(paths.gatewayIdentity(userId), { defaultPaymentMethodId: null });
}

/** Changes what is stored of a customer, or stores it for the first time. */
export function changeIdentity(
  userId: string,
  identity: GatewayIdentity | null,
  changes: Partial<Fields<GatewayIdentity>>,
): Write[] {
  const path = paths.gatewayIdentity(userId);
  return [identity === null ? create(path, { ...UNKNOWN, ...changes }) : update(path, changes)];
}

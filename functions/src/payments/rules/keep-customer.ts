import type { Write } from '../../core/decision';
import { create, update } from '../../core/decision';
import { paths } from '../../schema/paths';
import type { GatewayName } from '../../schema/payment';
import type { GatewayIdentity } from '../../schema/user';

const HANDLE = {
  stripe: 'stripeCustomerId',
  paytr: 'paytrUserToken',
} as const satisfies Record<GatewayName, keyof GatewayIdentity>;

/**
 * Notes what a gateway calls a customer, where it tells so with a payment. The first name stays: the cards that are
 * kept under it would be lost with it.
 */
export function keepCustomer(
  identity: GatewayIdentity | null,
  told: { readonly userId: string; readonly gateway: GatewayName; readonly gatewayCustomerId: string | null },
): Write[] {
  const { userId, gateway, gatewayCustomerId } = told;
  const field = HANDLE[gateway];
  if (gatewayCustomerId === null || (identity !== null && identity[field] !== null)) return [];
  const path = paths.gatewayIdentity(userId);
  const named = { [field]: gatewayCustomerId };
  return [
    identity === null
      ? create(path, { stripeCustomerId: null, paytrUserToken: null, defaultPaymentMethodId: null, ...named })
      : update(path, named),
  ];
}

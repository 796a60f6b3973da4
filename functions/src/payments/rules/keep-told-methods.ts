import type { Write } from '../../core/decision';
import type { SavedMethod } from '../../gateways/gateway';
import type { GatewayName } from '../../schema/payment';
import type { PaymentMethod } from '../../schema/payment-method';
import type { GatewayIdentity } from '../../schema/user';
import { changeIdentity, HANDLE, handleOf } from './gateway-identity';
import { changeMethod, methodId } from './keep-method';

/** The ids of the records of cards that a gateway tells of. */
export function toldMethodIds(gateway: GatewayName, kept: readonly SavedMethod[]): string[] {
  return kept.map(({ gatewayMethodId }) => methodId(gateway, gatewayMethodId));
}

/**
 * What a payment leaves whose card its gateway keeps: the gateway's name for the customer, and a record of each card that
 * it tells of and we do not have. Cards of another customer than the one whom we know there are none of ours: they could
 * not be charged.
 * @param documents.methods In the order of `kept`.
 */
export function keepToldMethods(
  documents: {
    readonly identity: GatewayIdentity | null;
    readonly methods: readonly (PaymentMethod | null)[];
  },
  told: {
    readonly userId: string;
    readonly gateway: GatewayName;
    readonly handle: string;
    readonly kept: readonly SavedMethod[];
  },
  now: Date,
): Write[] {
  const { identity, methods } = documents;
  const { userId, gateway, handle, kept } = told;
  const known = handleOf(identity, gateway);
  if (known !== null && known !== handle) return [];
  const before = identity?.defaultPaymentMethodId ?? null;
  const writes: Write[] = [];
  let standard = before;
  kept.forEach((method, index) => {
    const fact = { kind: 'METHOD_SAVED', userId, method } as const;
    const change = changeMethod(methods[index] ?? null, standard, { gateway, fact }, now);
    writes.push(...change.writes);
    standard = change.defaultPaymentMethodId;
  });
  const changes = {
    ...(known === null ? { [HANDLE[gateway]]: handle } : {}),
    ...(standard === before ? {} : { defaultPaymentMethodId: standard }),
  };
  const isChanged = Object.keys(changes).length > 0;
  return [...writes, ...(isChanged ? changeIdentity(userId, identity, changes) : [])];
}

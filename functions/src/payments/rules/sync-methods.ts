import type { Decision, Fields, Write } from '../../core/decision';
import type { MethodFact, SavedMethod } from '../../gateways/gateway';
import type { GatewayName } from '../../schema/payment';
import type { KeptMethod, MethodsAnswer, PaymentMethod } from '../../schema/payment-method';
import type { GatewayIdentity } from '../../schema/user';
import { pointDefault } from './gateway-identity';
import { changeMethod, gatewayMethodIdOf, methodId } from './keep-method';

/** What a gateway answered when it was asked for a customer's cards. */
export interface MethodList {
  readonly gateway: GatewayName;
  readonly listed: readonly SavedMethod[];
  /**
   * The cards there that were recorded before it was asked, by the gateway's names. Only those can be told to be gone:
   * one that was recorded since may have been saved since.
   */
  readonly recorded: readonly string[];
}

export interface MethodRecords {
  readonly identity: GatewayIdentity | null;
  /** Every card that a list names, and every recorded one, as they are now. */
  readonly methods: readonly { readonly id: string; readonly method: PaymentMethod | null }[];
}

/** Brings the records of a customer's cards in line with what the gateways keep, and answers them. */
export function syncMethods(
  { identity, methods }: MethodRecords,
  { userId, lists }: { readonly userId: string; readonly lists: readonly MethodList[] },
  now: Date,
): Decision<MethodsAnswer> {
  const records = new Map<string, Fields<PaymentMethod> | null>(
    methods.map(({ id, method }) => [id, method]),
  );
  const keptSince = new Map(methods.map(({ id, method }) => [id, method?.createdAt ?? now]));
  const writes: Write[] = [];
  let standard = identity?.defaultPaymentMethodId ?? null;
  for (const { gateway, fact } of lists.flatMap((list) => newsOf(list, userId))) {
    const id = methodId(gateway, gatewayMethodIdOf(fact));
    const change = changeMethod(records.get(id) ?? null, standard, { gateway, fact }, now);
    writes.push(...change.writes);
    standard = change.defaultPaymentMethodId;
    records.set(id, change.method);
  }
  const kept = [...records]
    .flatMap(([id, method]) => (method === null ? [] : [{ id, method }]))
    .filter(({ method }) => method.userId === userId && method.removedAt === null)
    .sort(
      (a, b) =>
        Number(b.method.isDefault) - Number(a.method.isDefault) ||
        Number(keptSince.get(a.id)) - Number(keptSince.get(b.id)),
    );
  return {
    writes: [...writes, ...pointDefault(userId, identity, standard)],
    result: { methods: kept.map(({ id, method }) => keptMethod(id, method)) },
  };
}

/** Cards that are gone come first, so that a new one can become the default in their place. */
function newsOf({ gateway, listed, recorded }: MethodList, userId: string) {
  const isListed = new Set(listed.map(({ gatewayMethodId }) => gatewayMethodId));
  const facts: MethodFact[] = [
    ...recorded
      .filter((gatewayMethodId) => !isListed.has(gatewayMethodId))
      .map((gatewayMethodId) => ({ kind: 'METHOD_REMOVED', gatewayMethodId }) as const),
    ...listed.map((method) => ({ kind: 'METHOD_SAVED', userId, method }) as const),
  ];
  return facts.map((fact) => ({ gateway, fact }));
}

function keptMethod(
  paymentMethodId: string,
  { gateway, type, brand, lastFour, expMonth, expYear, isDefault }: Fields<PaymentMethod>,
): KeptMethod {
  return { paymentMethodId, gateway, type, brand, lastFour, expMonth, expYear, isDefault };
}

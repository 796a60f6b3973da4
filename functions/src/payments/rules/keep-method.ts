import type { Fields } from '../../core/decision';
import { create, update } from '../../core/decision';
import type { MethodFact } from '../../gateways/gateway';
import { paths } from '../../schema/paths';
import type { GatewayName } from '../../schema/payment';
import type { PaymentMethod } from '../../schema/payment-method';
import type { FactDecision } from './apply-fact';

/** The id of a kept card's document: what the gateway calls the card, and which gateway. */
export function methodId(gateway: GatewayName, gatewayMethodId: string): string {
  return `${gateway}_${gatewayMethodId}`;
}

/**
 * What a gateway's news of a kept card does to our record of it. A card that was removed never comes back: gateways
 * give a card that is entered again another name, so late news of the first one changes nothing.
 */
export function keepMethod(
  method: PaymentMethod | null,
  { gateway, fact }: { readonly gateway: GatewayName; readonly fact: MethodFact },
  now: Date,
): FactDecision {
  if (fact.kind === 'METHOD_REMOVED') {
    const path = paths.paymentMethod(methodId(gateway, fact.gatewayMethodId));
    if (method === null) return { writes: [], outcome: 'IGNORED', result: 'METHOD_UNKNOWN' };
    if (method.removedAt !== null) return { writes: [], outcome: 'IGNORED', result: 'METHOD_GONE' };
    const removed = { removedAt: now, isDefault: false };
    return { writes: [update(path, removed)], outcome: 'APPLIED', result: 'METHOD_REMOVED' };
  }
  const path = paths.paymentMethod(methodId(gateway, fact.method.gatewayMethodId));
  if (method === null) {
    const kept: Fields<PaymentMethod> = {
      ...fact.method,
      userId: fact.userId,
      gateway,
      isDefault: false,
      removedAt: null,
    };
    return { writes: [create(path, kept)], outcome: 'APPLIED', result: 'METHOD_SAVED' };
  }
  if (method.removedAt !== null) return { writes: [], outcome: 'IGNORED', result: 'METHOD_GONE' };
  return { writes: [update(path, fact.method)], outcome: 'APPLIED', result: 'METHOD_SAVED' };
}

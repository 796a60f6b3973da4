import type { MethodFact } from '../gateways/gateway';
import type { Get } from '../platform/transact';
import { paths } from '../schema/paths';
import type { GatewayName } from '../schema/payment';
import type { FactDecision } from './rules/apply-fact';
import { gatewayMethodIdOf, keepMethod, methodId } from './rules/keep-method';

/**
 * Reads the record of the card that news is about, with what says which card is its owner's default, and decides on
 * it. A removed card does not tell whose it was; that takes another read, when it was the default.
 */
export async function decideMethodFact(
  get: Get,
  gateway: GatewayName,
  fact: MethodFact,
  now: Date,
): Promise<FactDecision> {
  const path = paths.paymentMethod(methodId(gateway, gatewayMethodIdOf(fact)));
  const owner = fact.kind === 'METHOD_SAVED' ? fact.userId : null;
  const found = await get({ method: path, identity: owner === null ? null : paths.gatewayIdentity(owner) });
  const { method } = found;
  const { identity } =
    owner === null && method?.isDefault
      ? await get({ identity: paths.gatewayIdentity(method.userId) })
      : found;
  return keepMethod({ method, identity }, { gateway, fact }, now);
}

import type { MethodFact } from '../gateways/gateway';
import type { Get } from '../platform/transact';
import { paths } from '../schema/paths';
import type { GatewayName } from '../schema/payment';
import type { FactDecision } from './rules/apply-fact';
import { gatewayMethodIdOf, keepMethod, methodId } from './rules/keep-method';

/** Reads the record of the card that news is about, with what says which card is its owner's default, and decides. */
export async function decideMethodFact(
  get: Get,
  gateway: GatewayName,
  fact: MethodFact,
  now: Date,
): Promise<FactDecision> {
  const documents = await get({
    method: paths.paymentMethod(methodId(gateway, gatewayMethodIdOf(fact))),
    identity: fact.kind === 'METHOD_SAVED' ? paths.gatewayIdentity(fact.userId) : null,
  });
  return keepMethod(documents, { gateway, fact }, now);
}

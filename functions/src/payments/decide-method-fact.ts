import type { MethodFact } from '../gateways/gateway';
import type { Get } from '../platform/transact';
import { paths } from '../schema/paths';
import type { GatewayName } from '../schema/payment';
import type { FactDecision } from './rules/apply-fact';
import { keepMethod, methodId } from './rules/keep-method';

/** Reads the record of the card that news is about, and decides on it. */
export async function decideMethodFact(
  get: Get,
  gateway: GatewayName,
  fact: MethodFact,
  now: Date,
): Promise<FactDecision> {
  const gatewayMethodId = fact.kind === 'METHOD_SAVED' ? fact.method.gatewayMethodId : fact.gatewayMethodId;
  const { method } = await get({ method: paths.paymentMethod(methodId(gateway, gatewayMethodId)) });
  return keepMethod(method, { gateway, fact }, now);
}

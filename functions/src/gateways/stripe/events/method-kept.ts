import { savedMethod } from '../saved-methods/saved-method';
import { userIdFrom } from '../reference';
import { NOT_OURS, reading } from './reading';
import type { EventContext, Reading } from './reading';

/**
 * A payment method as Stripe has it now, whatever an event that came late says: kept on a customer of ours, or no
 * longer on anybody.
 */
export async function methodKept(
  gatewayMethodId: string,
  { project, lookup }: EventContext,
): Promise<Reading> {
  const method = await lookup.paymentMethod(gatewayMethodId);
  if (method === null || typeof method.customer === 'string') return NOT_OURS;
  if (method.customer === null) return reading({ kind: 'METHOD_REMOVED', gatewayMethodId });
  const userId = 'metadata' in method.customer ? userIdFrom(project, method.customer.metadata) : null;
  if (userId === null) return NOT_OURS;
  return reading({ kind: 'METHOD_SAVED', userId, method: savedMethod(method) });
}

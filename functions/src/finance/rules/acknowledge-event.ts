import type { Decision } from '../../core/decision';
import { update } from '../../core/decision';
import { BillingError, must } from '../../platform/errors';
import type { GatewayEventRecord } from '../../schema/gateway-event';
import { paths } from '../../schema/paths';
import type { Actor } from './audit';
import { auditWrite } from './audit';

type ReadEvent = Pick<GatewayEventRecord, 'outcome' | 'acknowledgement'>;

/**
 * Takes a failed event off finance's list. Nothing is applied: should the gateway send it again and it fits by then, it
 * is applied as if nobody had looked at it. A second acknowledgement changes nothing, and the first note stays.
 *
 * @throws BillingError GATEWAY_EVENT_NOT_FOUND; GATEWAY_EVENT_NOT_FAILED, also when it was applied meanwhile.
 */
export function acknowledge(
  documents: { readonly event: ReadEvent | null },
  { gatewayEventId, note, actor }: { gatewayEventId: string; note: string; actor: Actor },
  now: Date,
): Decision<{ gatewayEventId: string }> {
  const { outcome, acknowledgement } = must(documents.event, 'GATEWAY_EVENT_NOT_FOUND', { gatewayEventId });
  if (outcome !== 'FAILED') throw new BillingError('GATEWAY_EVENT_NOT_FAILED', { gatewayEventId });
  const path = paths.gatewayEventRecord(gatewayEventId);
  return {
    writes:
      acknowledgement === null
        ? [
            update(path, { acknowledgement: { at: now, by: actor.uid, note } }),
            auditWrite(actor, 'finance.acknowledgeEvent', path, note),
          ]
        : [],
    result: { gatewayEventId },
  };
}

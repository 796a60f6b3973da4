import { actorOf } from '../platform/auth';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { acknowledgeEventRequest } from '../schema/gateway-event';
import { paths } from '../schema/paths';
import { acknowledge } from './rules/acknowledge-event';

/** `finance.acknowledgeEvent`: finance has settled what a failed gateway event was about, and says how. */
export const acknowledgeEvent = operation({
  request: acknowledgeEventRequest,
  allowed: 'staff',
  run: ({ gatewayEventId, note }, { caller, db, now }): Promise<{ gatewayEventId: string }> => {
    const actor = actorOf(caller);
    return transact(db, now, async (get) =>
      acknowledge(
        await get({ event: paths.gatewayEventRecord(gatewayEventId) }),
        { gatewayEventId, note, actor },
        now,
      ),
    );
  },
});

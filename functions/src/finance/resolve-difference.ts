import { actorOf } from '../platform/auth';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { resolveDifferenceRequest } from '../schema/difference';
import { paths } from '../schema/paths';
import { resolve } from './rules/resolve-difference';

/** `finance.resolveDifference`: finance has settled a difference and says how. */
export const resolveDifference = operation({
  request: resolveDifferenceRequest,
  allowed: 'staff',
  run: ({ differenceId, note }, { caller, db, now }): Promise<{ differenceId: string }> => {
    const actor = actorOf(caller);
    return transact(db, now, async (get) =>
      resolve(await get({ difference: paths.difference(differenceId) }), { differenceId, note, actor }),
    );
  },
});

import { actorOf } from '../platform/auth';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import { updatePlanRequest } from '../schema/plan';
import { updatePlan as decideUpdate } from './rules/edit-plan';

/** `plan.update`: what new subscriptions get; those that run keep what they agreed to. */
export const updatePlan = operation({
  request: updatePlanRequest,
  allowed: 'staff',
  run: (request, { caller, db, now }) => {
    const command = { request, actor: actorOf(caller) };
    return transact(db, now, async (get) =>
      decideUpdate(await get({ plan: paths.plan(request.planId) }), command),
    );
  },
});

import { actorOf } from '../platform/auth';
import { derivedId, INVOICE_ID_LENGTH } from '../platform/ids';
import { operation } from '../platform/operation';
import { transact } from '../platform/transact';
import { paths } from '../schema/paths';
import { createPlanRequest } from '../schema/plan';
import { createPlan as decideCreate } from './rules/edit-plan';

/** `plan.create`: finance puts a plan on sale. */
export const createPlan = operation({
  request: createPlanRequest,
  allowed: 'staff',
  run: (request, { caller, db, now }) => {
    const planId = derivedId(INVOICE_ID_LENGTH, 'plan', caller.uid, request.requestId);
    const command = { planId, request, actor: actorOf(caller) };
    return transact(db, now, async (get) =>
      decideCreate(await get({ existing: paths.plan(planId) }), command),
    );
  },
});

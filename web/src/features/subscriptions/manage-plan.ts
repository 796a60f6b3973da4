import type { CreatePlanRequest, UpdatePlanRequest } from '@hyble/billing-functions/src/schema/plan';
import { call } from '../../lib/callable';

/** The same `requestId` again answers the same plan. @throws CallError */
export function createPlan(request: CreatePlanRequest) {
  return call('plan-create', request);
}

/** For new subscriptions; those that run keep their own copy. @throws CallError */
export function updatePlan(request: UpdatePlanRequest) {
  return call('plan-update', request);
}

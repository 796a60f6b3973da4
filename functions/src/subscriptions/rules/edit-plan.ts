import type { Decision } from '../../core/decision';
import { create, update } from '../../core/decision';
import { auditWrite } from '../../finance/rules/audit';
import type { Actor } from '../../finance/rules/audit';
import { DEFAULT_TAX_RATE } from '../../invoices/rules/draft-invoice';
import { must } from '../../platform/errors';
import { paths } from '../../schema/paths';
import type { CreatePlanRequest, Plan, UpdatePlanRequest } from '../../schema/plan';

/** Puts a plan on sale. Repeating the request (same plan id) answers the first one's plan. */
export function createPlan(
  { existing }: { readonly existing: Plan | null },
  {
    planId,
    request,
    actor,
  }: { readonly planId: string; readonly request: CreatePlanRequest; readonly actor: Actor },
): Decision<{ planId: string }> {
  if (existing !== null) return { writes: [], result: { planId } };
  const { name, description, billingPeriod, price, currency, features, trialDays } = request;
  const { taxRate = DEFAULT_TAX_RATE } = request;
  const fields = { name, description, billingPeriod, price, currency, taxRate, features, trialDays };
  const path = paths.plan(planId);
  return {
    writes: [create(path, { ...fields, isActive: true }), auditWrite(actor, 'plan.create', path)],
    result: { planId },
  };
}

/** Changes what new subscriptions get; those that run bill their own copy. @throws BillingError PLAN_NOT_FOUND */
export function updatePlan(
  { plan }: { readonly plan: Plan | null },
  { request, actor }: { readonly request: UpdatePlanRequest; readonly actor: Actor },
): Decision<{ planId: string }> {
  const { planId, ...fields } = request;
  must(plan, 'PLAN_NOT_FOUND', { planId });
  const path = paths.plan(planId);
  return {
    writes: [update(path, fields), auditWrite(actor, 'plan.update', path)],
    result: { planId },
  };
}

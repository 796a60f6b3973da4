import * as z from 'zod';
import { amount, currency, id, stamps, taxRate } from './common';

export const billingPeriod = z.enum(['monthly', 'annually']);
export type BillingPeriod = z.infer<typeof billingPeriod>;

const name = z.string().trim().min(1).max(200);
const description = z.string().trim().max(1000);
/** What the customer gets, a line each. */
const features = z.array(z.string().trim().min(1).max(200)).max(50);
/** Days without a charge before the first period; 0 for none. */
const trialDays = z.int().min(0).max(365);
/** Without VAT, in minor units. */
const price = amount.refine((value) => value >= 0, 'must not be negative');

/** `plans/{id}`: what is sold by the period. A subscription bills its own copy, so that a change here reaches no one. */
export const plan = z.object({
  name,
  description,
  billingPeriod,
  price,
  currency,
  taxRate,
  features,
  trialDays,
  isActive: z.boolean(),
  ...stamps,
});
export type Plan = z.infer<typeof plan>;

export const createPlanRequest = z.strictObject({
  /** Chosen by the caller; the same id again answers the same plan. */
  requestId: z.uuid(),
  name,
  description: description.default(''),
  billingPeriod,
  price,
  currency,
  /** Left out, the 20 % that every line has. */
  taxRate: taxRate.optional(),
  features: features.default([]),
  trialDays: trialDays.default(0),
});
export type CreatePlanRequest = z.infer<typeof createPlanRequest>;

/** Period and currency stay: another of either is another plan. */
export const updatePlanRequest = z.strictObject({
  planId: id,
  name: name.optional(),
  description: description.optional(),
  price: price.optional(),
  taxRate: taxRate.optional(),
  features: features.optional(),
  trialDays: trialDays.optional(),
  isActive: z.boolean().optional(),
});
export type UpdatePlanRequest = z.infer<typeof updatePlanRequest>;

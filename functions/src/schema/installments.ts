import * as z from 'zod';
import { amount, currency, id, positiveAmount, stamps } from './common';

/**
 * Who pays what a bank takes for installments. `addOn`: the customer, that percentage on top of the price; `grossUp`:
 * the customer, so much that the price is left after it; `absorb`: the shop.
 */
export const installmentMode = z.enum(['addOn', 'grossUp', 'absorb']);
export type InstallmentMode = z.infer<typeof installmentMode>;

/** `gatewayCache/paytrInstallmentRates`: percent per number of installments, by card programme. No client reads it. */
export const installmentRates = z.object({
  rates: z.record(z.string(), z.record(z.string(), z.number())),
  fetchedAt: z.date(),
  ...stamps,
});
export type StoredInstallmentRates = z.infer<typeof installmentRates>;

export const installmentsRequest = z.strictObject({
  /** As for a checkout, which the answer is about. */
  invoiceIds: z.array(id).min(1).max(20),
  amount: positiveAmount.optional(),
  useWallet: z.boolean().default(false),
  /** The first six or eight digits of a card, to be offered only what it can do. */
  bin: z
    .string()
    .regex(/^(\d{6}|\d{8})$/, 'must be the first 6 or 8 digits of a card')
    .optional(),
});
export type InstallmentsRequest = z.infer<typeof installmentsRequest>;

/** Amounts in minor units. */
export const installmentPlan = z.object({
  /** 1 is a single payment. */
  count: z.int().min(1).max(12),
  /** What the card is charged in all. */
  total: amount,
  /** What of it comes on top for paying later. */
  surcharge: amount,
  /** Each installment but the last. */
  monthly: amount,
  /** The last one, which takes what does not divide. */
  last: amount,
});
export type InstallmentPlan = z.infer<typeof installmentPlan>;

/** What a card may pay by. */
export const installmentsAnswer = z.object({
  currency,
  /** What the gateway would be asked for: what is due or named, less the wallet's part. */
  amount,
  /** The card of the asked digits; null when none were asked, or the gateway does not know them. */
  card: z.object({ programme: z.string().nullable(), bank: z.string(), isCredit: z.boolean() }).nullable(),
  /** Each with a single payment first. Empty when all has to be paid at once. */
  programmes: z.array(z.object({ programme: z.string(), plans: z.array(installmentPlan) })),
});
export type InstallmentsAnswer = z.infer<typeof installmentsAnswer>;

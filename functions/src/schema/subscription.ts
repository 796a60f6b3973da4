import * as z from 'zod';
import { amount, currency, id, locale, stamps, taxRate, uid } from './common';
import { party } from './invoice';
import { paymentFailure } from './payment';
import { billingPeriod } from './plan';

/**
 * ACTIVE: paid, or on trial. PAST_DUE: an invoice is open, the service still runs. SUSPENDED: the service stands still
 * until the open invoice is paid; a subscription that has never been paid is suspended from the start. CANCELLED: over.
 */
export const subscriptionStatus = z.enum(['ACTIVE', 'PAST_DUE', 'SUSPENDED', 'CANCELLED']);
export type SubscriptionStatus = z.infer<typeof subscriptionStatus>;

const terms = {
  planId: id,
  planName: z.string(),
  billingPeriod,
  /** Without VAT, in minor units of `currency`, for one period. */
  price: amount,
  taxRate,
};

/** What is billed: a plan as it was when the customer agreed to it. The currency never changes. */
export const subscriptionTerms = z.object(terms);
export type SubscriptionTerms = z.infer<typeof subscriptionTerms>;

/** CARD: we charge a kept card on the day. LINK: the customer pays each invoice by the link in an e-mail. */
export const paymentWay = z.object({
  kind: z.enum(['CARD', 'LINK']),
  /** A card for this subscription; null takes whichever is the customer's default card on the day. */
  paymentMethodId: id.nullable(),
  /** Whether the wallet pays first. Without a card to charge for the rest it pays only what it covers whole. */
  useWallet: z.boolean(),
});
export type PaymentWay = z.infer<typeof paymentWay>;

/** A payment of ours that is under way; one at a time. */
export const subscriptionAttempt = z.object({
  paymentId: id,
  invoiceId: id,
  /** The card that is charged. */
  paymentMethodId: id,
});
export type SubscriptionAttempt = z.infer<typeof subscriptionAttempt>;

/** The dunning of the open invoice. */
export const dunning = z.object({
  /** Day 0: when the first payment failed. */
  startedAt: z.date(),
  /** The last step of the calendar that was taken: 0 for day 0, then 1, 2, 3 for days 1, 3, 7. */
  step: z.int().min(0).max(3),
  /** When that was. */
  steppedAt: z.date(),
  /** Why the latest payment of ours failed; null when there was no card to charge. */
  reason: paymentFailure.nullable(),
  /** A card that a bank has refused for good, or that its owner must confirm: not charged again by us. */
  refusedMethodId: id.nullable(),
});
export type Dunning = z.infer<typeof dunning>;

/** An upgrade that takes effect when its invoice is paid, and lapses when it is not. */
export const pendingUpgrade = z.object({
  invoiceId: id,
  terms: subscriptionTerms,
  /** The period that begins with it; null when the running one goes on. */
  period: z.object({ start: z.date(), end: z.date() }).nullable(),
  /** The end of the day whose prices the customer was shown. */
  expiresAt: z.date(),
});
export type PendingUpgrade = z.infer<typeof pendingUpgrade>;

/** What Stripe is to bill a subscription by: our document's wish, or what it was last told and has confirmed. */
export const stripeTerms = z.object({
  ...terms,
  /** The card that it charges, and Stripe's name for it. */
  paymentMethodId: id,
  gatewayMethodId: z.string(),
  /** When the next period begins. */
  periodEnd: z.date(),
  cancelAtPeriodEnd: z.boolean(),
  /** Whether it bills nothing for the time being. */
  isPaused: z.boolean(),
});
export type StripeTerms = z.infer<typeof stripeTerms>;

/** Something that Stripe is to be told; stored before it is, and until it has answered. `number` names it there. */
export const stripeOrder = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('BEGIN'),
    number: z.int().min(1),
    orderedAt: z.date(),
    terms: stripeTerms,
    gatewayCustomerId: z.string(),
  }),
  z.object({
    what: z.literal('CHANGE'),
    number: z.int().min(1),
    orderedAt: z.date(),
    terms: stripeTerms,
    /** Whether the next period begins on another day than Stripe would begin it. */
    movesPeriod: z.boolean(),
  }),
  z.object({ what: z.literal('END'), number: z.int().min(1), orderedAt: z.date() }),
  /** Its open invoice was paid otherwise, or is not to be paid there. */
  z.object({
    what: z.literal('CLOSE_INVOICE'),
    number: z.int().min(1),
    orderedAt: z.date(),
    gatewayInvoiceId: z.string(),
    isPaid: z.boolean(),
  }),
]);
export type StripeOrder = z.infer<typeof stripeOrder>;

/** How far Stripe bills a subscription. */
export const stripeBilling = z.object({
  /** Null while it bills nothing: our own engine does. */
  told: stripeTerms.nullable(),
  order: stripeOrder.nullable(),
  /** Numbers the orders. */
  orderCount: z.int().min(0),
  /** Stripe's name for the invoice that is open there, and ours. */
  openInvoice: z.object({ invoiceId: id, gatewayInvoiceId: z.string() }).nullable(),
  /** It has refused an order; our own engine bills from then on. */
  isRefused: z.boolean(),
});
export type StripeBilling = z.infer<typeof stripeBilling>;

/** `subscriptions/{id}` */
export const subscription = z.object({
  userId: uid,
  organizationId: id.nullable(),
  ...terms,
  currency,
  locale,
  /** The buyer of the latest invoice: the next one names them again should the profile be incomplete by then. */
  buyer: party,
  status: subscriptionStatus,
  /** When the service began: at once on trial, else with the first payment; null until then. */
  startedAt: z.date().nullable(),
  /** The day of the month on which periods begin, or the last of a shorter month. */
  anchorDay: z.int().min(1).max(31),
  /** The start of its first day in the seller's zone. */
  currentPeriodStart: z.date(),
  /** The start of the first day after it. */
  currentPeriodEnd: z.date(),
  trialEnd: z.date().nullable(),
  cancelAtPeriodEnd: z.boolean(),
  cancelledAt: z.date().nullable(),
  cancelReason: z.string().max(500).nullable(),
  /** A plan that replaces this one at the end of the period. */
  pendingTerms: subscriptionTerms.nullable(),
  pendingUpgrade: pendingUpgrade.nullable(),
  /** Null means that our own engine bills it. */
  stripeSubscriptionId: z.string().nullable(),
  /** Null means that Stripe never will. */
  stripe: stripeBilling.nullable(),
  paymentWay,
  /** The invoice of the current period while it is not paid; at most one. */
  openInvoiceId: id.nullable(),
  attempt: subscriptionAttempt.nullable(),
  /** How many payments we have begun; numbers the attempts. */
  attemptCount: z.int().min(0),
  /** How many upgrades were invoiced; numbers their invoices. */
  upgradeCount: z.int().min(0),
  dunning: dunning.nullable(),
  suspendedAt: z.date().nullable(),
  /** When the engine looks at it again; null when nothing is due by itself. */
  nextActionAt: z.date().nullable(),
  ...stamps,
});
export type Subscription = z.infer<typeof subscription>;

/** `subscriptions/{id}/dunningAttempts/{attemptNumber}`: a payment of ours that failed, or that ended a dunning. */
export const dunningAttempt = z.object({
  attemptNumber: z.int().min(1),
  invoiceId: id,
  paymentId: id,
  paymentMethodId: id,
  result: z.enum(['success', 'failed']),
  failureReason: paymentFailure.nullable(),
  /** When the calendar acts next; null after a success, or when nothing is tried again by itself. */
  nextAttemptAt: z.date().nullable(),
  ...stamps,
});
export type DunningAttempt = z.infer<typeof dunningAttempt>;

const reason = z.string().trim().min(1).max(500);
const wayFields = {
  /** Left out, the customer's default card; null for payment by link. */
  paymentMethodId: id.nullable().optional(),
  useWallet: z.boolean().default(false),
};

export const createSubscriptionRequest = z.strictObject({
  /** Chosen by the caller; the same id again answers the same subscription. */
  requestId: z.uuid(),
  planId: id,
  organizationId: id.nullable().optional(),
  /** False begins with a period that is paid for, also of a plan with trial days: for who has had their trial. */
  trial: z.boolean().default(true),
  ...wayFields,
});
export type CreateSubscriptionRequest = z.infer<typeof createSubscriptionRequest>;

export interface CreateSubscriptionAnswer {
  subscriptionId: string;
  status: SubscriptionStatus;
  /** The first invoice, to be paid by a checkout unless it is paid by now; null on trial. */
  invoiceId: string | null;
}

export const subscriptionRequest = z.strictObject({ subscriptionId: id });

export const previewChangeRequest = z.strictObject({ subscriptionId: id, planId: id });

export const changeSubscriptionRequest = z.strictObject({
  subscriptionId: id,
  planId: id,
  /** What the customer was shown as due now, with VAT; another amount by now is refused, not charged. */
  confirmedTotal: amount,
});
export type ChangeSubscriptionRequest = z.infer<typeof changeSubscriptionRequest>;

export interface PlanChangeLine {
  description: string;
  /** Without VAT; negative for what is credited. */
  unitPrice: number;
  taxRate: number;
  taxAmount: number;
  total: number;
}

/** What a change of plan does, before the customer confirms it and as it is then billed. */
export interface PlanChangePreview {
  /** NOW: when `total` is paid. PERIOD_END: with the next period, and nothing is due now. */
  effective: 'NOW' | 'PERIOD_END';
  /** ISO 8601: when the new plan begins. */
  effectiveAt: string;
  currency: string;
  lines: PlanChangeLine[];
  taxTotal: number;
  /** Due now, with VAT, in minor units. */
  total: number;
  /** What the next period costs, with VAT, and when it begins. */
  nextTotal: number;
  nextPeriodAt: string;
}

export interface ChangeSubscriptionAnswer {
  subscriptionId: string;
  effective: 'NOW' | 'PERIOD_END';
  /** To be paid by a checkout unless it is paid by now; null when nothing is due. */
  invoiceId: string | null;
}

export const cancelSubscriptionRequest = z.strictObject({
  subscriptionId: id,
  /** NOW: the service ends at once, nothing is paid back. PERIOD_END: it runs as long as it is paid for. */
  when: z.enum(['NOW', 'PERIOD_END']),
  reason,
});
export type CancelSubscriptionRequest = z.infer<typeof cancelSubscriptionRequest>;

export const changePaymentWayRequest = z.strictObject({ subscriptionId: id, ...wayFields });
export type ChangePaymentWayRequest = z.infer<typeof changePaymentWayRequest>;

/** `subscription.access`: what provisioning asks. */
export interface SubscriptionAccess {
  subscriptionId: string;
  mayRun: boolean;
  status: SubscriptionStatus;
  /** ISO 8601: until when the service is paid for, or on trial. */
  currentPeriodEnd: string;
  endsAtPeriodEnd: boolean;
}

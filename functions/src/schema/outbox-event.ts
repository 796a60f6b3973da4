import * as z from 'zod';
import { amount, currency, id, stamps, uid } from './common';
import { paymentFailure } from './payment';

const about = {
  occurredAt: z.date(),
  userId: uid,
  organizationId: id.nullable(),
  amount,
  currency,
  ...stamps,
};

export const invoiceOutboxEvent = z.object({
  type: z.enum(['invoice.issued', 'invoice.paid', 'invoice.overdue', 'invoice.cancelled']),
  invoiceId: id,
  ...about,
});
export type InvoiceOutboxEvent = z.infer<typeof invoiceOutboxEvent>;

export const subscriptionEventType = z.enum([
  /** The service begins: on trial, or with the first payment. */
  'subscription.started',
  /** A period is invoiced, and the customer has to pay it themselves. */
  'subscription.paymentDue',
  'subscription.paymentFailed',
  /** A day of the dunning calendar on which nothing was charged, since there is no card that could be. */
  'subscription.paymentReminded',
  /** The service must stop, and may go on. */
  'subscription.suspended',
  'subscription.resumed',
  'subscription.changed',
  /** It will end with the period; the service still runs. */
  'subscription.ending',
  /** It is over, and the service must stop. */
  'subscription.cancelled',
  /** A period begins in a week. */
  'subscription.renewalAhead',
]);
export type SubscriptionEventType = z.infer<typeof subscriptionEventType>;

export const subscriptionOutboxEvent = z.object({
  type: subscriptionEventType,
  subscriptionId: id,
  planId: id,
  planName: z.string(),
  /** What is to be paid, or was; null when no invoice is concerned. */
  invoiceId: id.nullable(),
  /** Of a payment that failed. */
  failureReason: paymentFailure.nullable(),
  /** What happens next, and when: a retry, the pause of the service, a renewal, the end. */
  next: z.object({
    what: z.enum(['RETRY', 'REMINDER', 'SUSPENSION', 'RENEWAL', 'END', 'NOTHING']),
    at: z.date().nullable(),
  }),
  ...about,
});
export type SubscriptionOutboxEvent = z.infer<typeof subscriptionOutboxEvent>;

export const paymentOutboxEvent = z.object({
  /** A kept card's bank wants its owner to confirm; they pay what was not charged on the invoice's page. */
  type: z.enum(['payment.authenticationRequired']),
  paymentId: id,
  invoiceIds: z.array(id).max(20),
  ...about,
});
export type PaymentOutboxEvent = z.infer<typeof paymentOutboxEvent>;

/**
 * `events/{id}`: what other Hyble modules act on, written in the transaction of its cause. A module listens to
 * the collection and must expect to see an event more than once; the id tells.
 */
export const outboxEvent = z.discriminatedUnion('type', [
  invoiceOutboxEvent,
  paymentOutboxEvent,
  subscriptionOutboxEvent,
]);
export type OutboxEvent = z.infer<typeof outboxEvent>;

import * as z from 'zod';
import { amount, currency, id, stamps, uid } from './common';

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
export const outboxEvent = z.discriminatedUnion('type', [invoiceOutboxEvent, paymentOutboxEvent]);
export type OutboxEvent = z.infer<typeof outboxEvent>;

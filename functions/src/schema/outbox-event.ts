import * as z from 'zod';
import { amount, currency, id, stamps, uid } from './common';

/**
 * `events/{id}`: what other Hyble modules act on, written in the transaction of its cause. A module listens to
 * the collection and must expect to see an event more than once; the id tells.
 */
export const outboxEvent = z.object({
  type: z.enum(['invoice.issued', 'invoice.paid', 'invoice.overdue', 'invoice.cancelled']),
  occurredAt: z.date(),
  invoiceId: id,
  userId: uid,
  organizationId: id.nullable(),
  amount,
  currency,
  ...stamps,
});
export type OutboxEvent = z.infer<typeof outboxEvent>;

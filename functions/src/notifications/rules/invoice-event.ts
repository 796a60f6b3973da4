import type { Write } from '../../core/decision';
import { create } from '../../core/decision';
import type { Invoice } from '../../schema/invoice';
import type { OutboxEvent } from '../../schema/outbox-event';
import { paths } from '../../schema/paths';

/** Tells other modules about an invoice. The id makes a second announcement of the same fact impossible. */
export function invoiceEvent(
  type: OutboxEvent['type'],
  invoice: Pick<Invoice, 'userId' | 'organizationId' | 'total' | 'currency'> & { id: string },
  now: Date,
): Write {
  return create(paths.outboxEvent(`${type}_${invoice.id}`), {
    type,
    occurredAt: now,
    invoiceId: invoice.id,
    userId: invoice.userId,
    organizationId: invoice.organizationId,
    amount: invoice.total,
    currency: invoice.currency,
  });
}

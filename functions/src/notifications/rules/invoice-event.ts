import type { Fields, Write } from '../../core/decision';
import { create } from '../../core/decision';
import type { Invoice } from '../../schema/invoice';
import type { InvoiceOutboxEvent } from '../../schema/outbox-event';
import { paths } from '../../schema/paths';

/** Tells other modules about an invoice. The id makes a second announcement of the same fact impossible. */
export function invoiceEvent(
  type: InvoiceOutboxEvent['type'],
  invoice: Pick<Invoice, 'userId' | 'organizationId' | 'total' | 'currency'> & { id: string },
  now: Date,
): Write {
  const event: Fields<InvoiceOutboxEvent> = {
    type,
    occurredAt: now,
    invoiceId: invoice.id,
    userId: invoice.userId,
    organizationId: invoice.organizationId,
    amount: invoice.total,
    currency: invoice.currency,
  };
  return create(paths.outboxEvent(`${type}_${invoice.id}`), event);
}

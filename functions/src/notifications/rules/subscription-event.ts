import type { Fields, Write } from '../../core/decision';
import { create } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import { totalInvoice } from '../../invoices/rules/total-invoice';
import type { SubscriptionEventType, SubscriptionOutboxEvent } from '../../schema/outbox-event';
import { paths } from '../../schema/paths';
import type { Subscription } from '../../schema/subscription';

export type SubscriptionWithId = Subscription & { readonly id: string };

interface Facts {
  /** Names the cause within the subscription (an invoice, a day), so that it is announced once. */
  readonly cause: string;
  /** Of what is to be paid, or was, with VAT; left out, the price of a period. */
  readonly amount?: MinorUnits;
  readonly invoiceId?: string | null;
  readonly failureReason?: SubscriptionOutboxEvent['failureReason'];
  readonly next?: SubscriptionOutboxEvent['next'];
}

/** Tells other modules, and through a mail the customer, what became of a subscription. */
export function subscriptionEvent(
  type: SubscriptionEventType,
  subscription: Pick<
    SubscriptionWithId,
    'id' | 'userId' | 'organizationId' | 'currency' | 'planId' | 'planName' | 'price' | 'taxRate'
  >,
  { cause, amount, invoiceId = null, failureReason = null, next }: Facts,
  now: Date,
): Write {
  const { id, userId, organizationId, currency, planId, planName, price, taxRate } = subscription;
  const periodTotal = totalInvoice([{ quantity: 1, unitPrice: price, taxRate }]).total;
  const event: Fields<SubscriptionOutboxEvent> = {
    type,
    occurredAt: now,
    subscriptionId: id,
    planId,
    planName,
    userId,
    organizationId,
    invoiceId,
    amount: amount ?? periodTotal,
    currency,
    failureReason,
    next: next ?? { what: 'NOTHING', at: null },
  };
  return create(paths.outboxEvent(`${type}_${id}_${cause}`), event);
}

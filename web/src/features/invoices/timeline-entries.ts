import type { AuditEntry } from '@hyble/billing-functions/src/schema/audit-entry';
import type { Payment, PaymentStatus } from '@hyble/billing-functions/src/schema/payment';
import type { Stored } from '../../lib/documents';

export type TimelineEntry =
  | { readonly kind: 'act'; readonly id: string; readonly at: Date; readonly entry: AuditEntry }
  | { readonly kind: 'payment'; readonly id: string; readonly at: Date; readonly payment: Payment };

/** What happened to an invoice, acts of people and news of its payments together, newest first. */
export function timelineEntries(
  audit: readonly Stored<AuditEntry>[],
  payments: readonly Stored<Payment>[],
): TimelineEntry[] {
  const acts = audit.map((entry) => ({ kind: 'act' as const, id: entry.id, at: entry.createdAt, entry }));
  const news = payments.map((payment) => ({
    kind: 'payment' as const,
    id: payment.id,
    at: payment.processedAt ?? payment.createdAt,
    payment,
  }));
  return [...acts, ...news].sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** The sentence for each status, as a key of the console's catalogue. */
export const PAYMENT_NEWS = {
  PENDING: 'invoice.paymentPending',
  PROCESSING: 'invoice.paymentProcessing',
  SUCCEEDED: 'invoice.paymentSucceeded',
  FAILED: 'invoice.paymentFailed',
  REFUNDED: 'invoice.paymentRefunded',
} as const satisfies Record<PaymentStatus, string>;

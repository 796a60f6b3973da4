import { totalInvoice } from '../../invoices/rules/total-invoice';
import type { Plan } from '../../schema/plan';
import type { PlanChangePreview, Subscription } from '../../schema/subscription';
import { line, planChange } from './plan-change';

/** What a change would do, in the words of an answer; the change itself is billed from the same `planChange`. */
export function previewOf(
  subscription: Subscription,
  target: { readonly planId: string; readonly plan: Plan | null },
  now: Date,
): PlanChangePreview {
  const { effective, effectiveAt, terms, lines, total, period } = planChange(subscription, target, now);
  const { items, taxTotal } = totalInvoice(lines);
  const next = totalInvoice([line(terms.planName, terms.price, terms.taxRate)]);
  return {
    effective: effective === 'KEEP' ? 'NOW' : effective,
    effectiveAt: effectiveAt.toISOString(),
    currency: subscription.currency,
    lines: items.map(({ description, unitPrice, taxRate, taxAmount, total: lineTotal }) => ({
      description,
      unitPrice,
      taxRate,
      taxAmount,
      total: lineTotal,
    })),
    taxTotal,
    total,
    nextTotal: next.total,
    nextPeriodAt: (period?.end ?? subscription.currentPeriodEnd).toISOString(),
  };
}

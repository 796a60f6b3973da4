import type { Decision } from '../../../core/decision';
import { update } from '../../../core/decision';
import { amountOwed } from '../../../invoices/rules/settle-invoice';
import { must } from '../../../platform/errors';
import type { Invoice } from '../../../schema/invoice';
import { paths } from '../../../schema/paths';
import type { Payment, PaymentFailure } from '../../../schema/payment';
import type { Subscription } from '../../../schema/subscription';
import { lookAgainAt } from '../next-action';
import { tryFailed } from './try-failed';

export interface EndedAttempt {
  readonly subscriptionId: string;
  readonly paymentId: string;
  /** Null when Stripe says that its invoice is paid. */
  readonly reason: PaymentFailure | null;
  readonly isTest: boolean;
}

/**
 * What the answer to a try of ours at Stripe leaves of the attempt, after what was paid is applied: the next step of the
 * calendar, or nothing when a callback was quicker. An invoice that Stripe counts as paid without money of its own is
 * left to people: its payment is to be recorded here.
 */
export function attemptEnded(
  documents: {
    readonly subscription: Subscription | null;
    readonly invoice: Invoice | null;
    readonly payment: Payment | null;
  },
  { subscriptionId, paymentId, reason, isTest }: EndedAttempt,
  now: Date,
): Decision<null> {
  const { subscription: found, payment } = documents;
  const attempt = found?.attempt ?? null;
  if (found === null || attempt?.paymentId !== paymentId || payment !== null)
    return { writes: [], result: null };
  const subscription = { ...found, id: subscriptionId };
  if (reason === null) {
    const changed = { attempt: null, nextActionAt: lookAgainAt(now) };
    return { writes: [update(paths.subscription(subscriptionId), changed)], result: null };
  }
  const invoice = must(documents.invoice, 'INVOICE_NOT_FOUND', { invoiceId: attempt.invoiceId });
  const due = amountOwed(invoice);
  return { writes: tryFailed(subscription, attempt, { reason, due, isTest }, now), result: null };
}

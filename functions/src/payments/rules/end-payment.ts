import type { Write } from '../../core/decision';
import { update } from '../../core/decision';
import { journalWrites, walletReleasedEntry } from '../../finance/rules/journal';
import type { InvoiceWithId } from '../../invoices/rules/settle-invoice';
import { endProcessing, subscriptionOf } from '../../invoices/rules/settle-invoice';
import type { Fields } from '../../core/decision';
import { paths } from '../../schema/paths';
import type { Payment } from '../../schema/payment';
import { attemptFailed } from '../../subscriptions/rules/attempt-failed';
import { moveWallet } from '../../wallets/rules/move-wallet';
import type { PaymentDocuments } from './apply-fact';

/**
 * Ends a payment as FAILED: its invoices can be paid anew, and the wallet's part goes back into the balance. Only a
 * part that is still HELD goes back, and every way to end a payment leads through here, so it goes back once. A
 * subscription whose own attempt it was begins its dunning, or goes on with it.
 */
export function endPayment(
  { payment, invoices, wallet }: Omit<PaymentDocuments, 'counter'>,
  paymentId: string,
  reason: Partial<Pick<Fields<Payment>, 'failureReason' | 'failedAt'>>,
  now: Date,
): Write[] {
  const { walletPart } = payment;
  const heldPart = walletPart?.status === 'HELD' ? walletPart : null;
  return [
    update(paths.payment(paymentId), {
      ...reason,
      status: 'FAILED',
      ...(heldPart === null ? {} : { walletPart: { ...heldPart, status: 'RELEASED' as const } }),
      checkout: null,
      processedAt: now,
      nextCheckAt: null,
    }),
    ...invoices.flatMap((subject) => endProcessing(subject, paymentId)),
    ...(heldPart === null ? [] : releaseWrites(payment, heldPart, wallet, now)),
    ...invoices.flatMap((subject) => failedAttempt(subject, paymentId, { ...payment, ...reason }, now)),
  ];
}

function failedAttempt(
  subject: InvoiceWithId,
  paymentId: string,
  { failureReason }: Pick<Payment, 'failureReason'>,
  now: Date,
): Write[] {
  const subscription = subscriptionOf(subject);
  if (subscription === null) return [];
  const failed = { paymentId, reason: failureReason ?? 'GENERAL', due: subject.invoice.amountDue };
  return attemptFailed(subscription, failed, now);
}

function releaseWrites(
  { userId, currency }: Payment,
  { paymentId, amount }: NonNullable<Payment['walletPart']>,
  wallet: PaymentDocuments['wallet'],
  now: Date,
): Write[] {
  const movement = { paymentId, currency, invoiceIds: [], amount };
  return [
    // It has no reason of its own: the wallet refused nothing.
    update(paths.payment(paymentId), { status: 'FAILED', processedAt: now }),
    ...moveWallet(wallet, { userId, currency }, [
      { entryId: `release_${paymentId}`, amount, kind: 'REFUND', reason: 'RELEASED', paymentId },
    ]),
    ...journalWrites(`release_${paymentId}`, walletReleasedEntry(movement, now)),
  ];
}

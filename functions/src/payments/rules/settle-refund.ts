import type { Decision, Write } from '../../core/decision';
import { create, update } from '../../core/decision';
import type { MinorUnits } from '../../core/money';
import { minorUnits, subtract, ZERO } from '../../core/money';
import { journalWrites, walletReleasedEntry } from '../../finance/rules/journal';
import type { Numbering } from '../../invoices/rules/document-number';
import { BillingError } from '../../platform/errors';
import { derivedId } from '../../platform/ids';
import { paths } from '../../schema/paths';
import type { Payment } from '../../schema/payment';
import type { Refund } from '../../schema/refund';
import { moveWallet } from '../../wallets/rules/move-wallet';
import type { FactDecision, PaymentDocuments } from './apply-fact';
import { bookRefund } from './book-refund';

export const REFUND_ID_LENGTH = 20;

/** What a gateway says it has sent back of a payment, as a total. */
export interface RefundNews {
  readonly paymentId: string;
  readonly refundedTotal: MinorUnits;
  readonly numbering: Numbering;
}

/** What the end of a refund of ours concerns. */
export interface RefundDocuments {
  readonly payment: Payment | null;
  readonly refund: Refund | null;
  readonly wallet: PaymentDocuments['wallet'];
}

/**
 * Books what a gateway has sent back beyond what is booked already. Being told as a total, news that comes twice, late
 * or in another order books nothing twice. A refund of ours that waits for its answer is taken to be part of it; what
 * goes beyond that was sent back from the gateway's own panel, and becomes a refund of its own.
 *
 * @throws BillingError PAYMENT_NOT_SETTLED when the payment's own money was not reported yet: the gateway must say it
 *   again after that.
 */
export function settleRefund(documents: PaymentDocuments, news: RefundNews, now: Date): FactDecision {
  const { paymentId, refundedTotal, numbering } = news;
  const { payment } = documents;
  if (payment.status !== 'SUCCEEDED' && payment.status !== 'REFUNDED') {
    if (refundedTotal === 0) return { writes: [], outcome: 'IGNORED', result: 'NOTHING_REFUNDED' };
    throw new BillingError('PAYMENT_NOT_SETTLED', { paymentId });
  }
  const unbooked = refundedTotal - payment.gatewayRefundedAmount;
  if (unbooked <= 0) return { writes: [], outcome: 'IGNORED', result: 'ALREADY_REFUNDED' };

  const { pendingRefund } = payment;
  const isOurs = pendingRefund !== null && pendingRefund.amount <= unbooked;
  const ours = isOurs ? settlePending(documents, paymentId, pendingRefund, numbering, now) : null;
  const after = ours?.after ?? documents;
  const rest = subtract(refundedTotal, after.payment.gatewayRefundedAmount);
  return {
    writes: [...(ours?.writes ?? []), ...(rest > 0 ? panelRefund(after, news, rest, now) : [])],
    outcome: 'APPLIED',
    result: rest > 0 ? 'REFUND_MADE_AT_GATEWAY' : 'PAYMENT_REFUNDED',
  };
}

function settlePending(
  documents: PaymentDocuments,
  paymentId: string,
  { refundId, amount, fromWallet: setAside, reason }: NonNullable<Payment['pendingRefund']>,
  numbering: Numbering,
  now: Date,
): { writes: Write[]; after: PaymentDocuments } {
  const what = { refundId, paymentId, amount, destination: 'GATEWAY', reason } as const;
  const booked = bookRefund(documents, { ...what, setAside, numbering }, now);
  return {
    writes: [
      ...booked.writes,
      update(paths.payment(paymentId), { pendingRefund: null, nextCheckAt: null }),
      update(paths.refund(refundId), { ...booked.refund, status: 'SUCCEEDED', processedAt: now }),
    ],
    after: { ...booked.after, payment: { ...booked.after.payment, pendingRefund: null } },
  };
}

/** The total names it: the same news again finds it booked. */
function panelRefund(
  documents: PaymentDocuments,
  { paymentId, refundedTotal, numbering }: RefundNews,
  amount: MinorUnits,
  now: Date,
): Write[] {
  const { userId, organizationId, currency } = documents.payment;
  const refundId = derivedId(REFUND_ID_LENGTH, 'gatewayRefund', paymentId, String(refundedTotal));
  const what = { refundId, paymentId, amount, destination: 'GATEWAY', reason: null } as const;
  const booked = bookRefund(documents, { ...what, setAside: ZERO, numbering }, now);
  return [
    ...booked.writes,
    create(paths.refund(refundId), {
      paymentId,
      userId,
      organizationId,
      destination: 'GATEWAY',
      amount,
      currency,
      status: 'SUCCEEDED',
      reason: null,
      origin: 'GATEWAY',
      gatewayRefundId: null,
      ...booked.refund,
      failure: null,
      processedAt: now,
    }),
  ];
}

/** The gateway's yes to our own refund: as a total where it tells one, else what is booked and this refund. */
export function answeredTotal(
  payment: Pick<Payment, 'gatewayRefundedAmount' | 'pendingRefund'>,
  refundId: string,
  told: MinorUnits | null,
): MinorUnits {
  const isPending = payment.pendingRefund?.refundId === refundId;
  const own = isPending ? (payment.pendingRefund?.amount ?? 0) : 0;
  return minorUnits(Math.max(told ?? 0, payment.gatewayRefundedAmount + own));
}

/**
 * The gateway's no: the refund has failed, what was set aside for it is back in the wallet, and the payment can be
 * refunded anew. News may have been quicker.
 */
export function failRefund(
  { payment, refund, wallet }: RefundDocuments,
  command: { readonly refundId: string; readonly paymentId: string; readonly failure: Refund['failure'] },
  now: Date,
): Decision<null> {
  const { refundId, paymentId, failure } = command;
  const pending = payment?.pendingRefund?.refundId === refundId ? payment.pendingRefund : null;
  if (payment === null || pending === null || refund?.status !== 'PENDING') {
    return { writes: [], result: null };
  }
  const { userId, currency } = payment;
  const { fromWallet: amount } = pending;
  const released = walletReleasedEntry({ paymentId, currency, invoiceIds: [], amount }, now);
  return {
    writes: [
      update(paths.refund(refundId), { status: 'FAILED', failure, processedAt: now }),
      update(paths.payment(paymentId), { pendingRefund: null, nextCheckAt: null }),
      ...moveWallet(wallet, { userId, currency }, [
        { entryId: `release_${refundId}`, amount, kind: 'REFUND', reason: 'RELEASED', paymentId },
      ]),
      ...journalWrites(`release_${refundId}`, released),
    ],
    result: null,
  };
}

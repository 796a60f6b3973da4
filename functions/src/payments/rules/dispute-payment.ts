import type { Fields } from '../../core/decision';
import { update } from '../../core/decision';
import { disputeClosedEntry, disputeOpenedEntry, journalWrites } from '../../finance/rules/journal';
import type { DisputeClosed, DisputeOpened } from '../../gateways/gateway';
import { BillingError } from '../../platform/errors';
import { paths } from '../../schema/paths';
import type { Dispute, GatewayName, Payment } from '../../schema/payment';
import type { FactDecision } from './apply-fact';

/**
 * Records that a cardholder disputes a payment, and how it ended. The bank takes the money when the dispute opens, and
 * gives it back when we win; the invoice stays as it is, since whether the customer still owes it is for people to
 * decide. The end of a dispute may be told before its beginning: then both are booked at once, and the late news of
 * the beginning changes nothing.
 *
 * @throws BillingError PAYMENT_NOT_SETTLED when the payment's money was not reported yet; AMOUNT_MISMATCH when the
 *   dispute is over another currency.
 */
export function disputePayment(
  payment: Payment,
  fact: DisputeOpened | DisputeClosed,
  gateway: GatewayName,
  now: Date,
): FactDecision {
  const { paymentId } = fact.payment;
  const { gatewayDisputeId, amount, currency, reason } = fact.dispute;
  if (payment.status !== 'SUCCEEDED' && payment.status !== 'REFUNDED') {
    throw new BillingError('PAYMENT_NOT_SETTLED', { paymentId });
  }
  if (currency !== payment.currency) throw new BillingError('AMOUNT_MISMATCH', { paymentId });

  const earlier = payment.disputes.find((dispute) => dispute.gatewayDisputeId === gatewayDisputeId);
  const isNews = earlier === undefined || (earlier.status === 'OPEN' && fact.kind === 'DISPUTE_CLOSED');
  if (!isNews) return { writes: [], outcome: 'IGNORED', result: 'DISPUTE_KNOWN' };

  const opened = earlier ?? { gatewayDisputeId, amount, reason, openedAt: now };
  const dispute: Dispute =
    fact.kind === 'DISPUTE_OPENED'
      ? { ...opened, status: 'OPEN', closedAt: null }
      : { ...opened, status: fact.outcome, closedAt: now };
  const others = payment.disputes.filter((other) => other.gatewayDisputeId !== gatewayDisputeId);
  const fields: Partial<Fields<Payment>> = { disputes: [...others, dispute] };
  const movement = { paymentId, gateway, currency, amount: opened.amount };
  const entryId = `dispute_${paymentId}_${gatewayDisputeId}`;
  return {
    outcome: 'APPLIED',
    result: fact.kind === 'DISPUTE_OPENED' ? 'DISPUTE_OPENED' : `DISPUTE_${fact.outcome}`,
    writes: [
      update(paths.payment(paymentId), fields),
      ...(earlier === undefined ? journalWrites(`${entryId}_opened`, disputeOpenedEntry(movement, now)) : []),
      ...(fact.kind === 'DISPUTE_CLOSED'
        ? journalWrites(`${entryId}_closed`, disputeClosedEntry(movement, fact.outcome, now))
        : []),
    ],
  };
}

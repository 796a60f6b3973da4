import type { MinorUnits } from '../../core/money';
import { smaller, subtract, ZERO } from '../../core/money';
import type { Payment } from '../../schema/payment';
import type { RefundDestination } from '../../schema/refund';
import { leftOnInvoices } from './take-back';

/**
 * Why a refund to a destination cannot begin now, as an error code; null when it can. Money that never came through a
 * gateway cannot go back through one; disputed money is with the bank already; and one refund is under way at a time.
 */
export function refundObstacle(
  { gateway, status, disputes, pendingRefund }: Payment,
  destination: RefundDestination,
): 'PAYMENT_NOT_REFUNDABLE' | 'REFUND_PENDING' | null {
  const fits: Record<RefundDestination, boolean> = {
    GATEWAY: gateway === 'stripe' || gateway === 'paytr',
    BANK: gateway !== 'wallet',
    WALLET: true,
  };
  const isDisputed = disputes.some((dispute) => dispute.status !== 'WON');
  const hasArrived = status === 'SUCCEEDED' || status === 'REFUNDED';
  if (!hasArrived || isDisputed || !fits[destination]) return 'PAYMENT_NOT_REFUNDABLE';
  return pendingRefund === null ? null : 'REFUND_PENDING';
}

/** The most that can still be given back to a destination, in minor units. */
export function refundable(
  payment: Pick<Payment, 'amount' | 'refundedAmount' | 'gatewayRefundedAmount' | 'allocations'>,
  destination: RefundDestination,
): MinorUnits {
  const left = subtract(payment.amount, payment.refundedAmount);
  const most: Record<RefundDestination, MinorUnits> = {
    WALLET: smaller(left, leftOnInvoices(payment)),
    GATEWAY: smaller(left, subtract(payment.amount, payment.gatewayRefundedAmount)),
    BANK: left,
  };
  return most[destination] > 0 ? most[destination] : ZERO;
}

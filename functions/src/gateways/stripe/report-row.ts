import type Stripe from 'stripe';
import type { ReportRow } from '../gateway';
import { fromStripeAmount, nearestFromStripeAmount } from './amount';
import { idOf } from './expandable';

const KINDS = new Map<string, ReportRow['kind']>([
  ['charge', 'PAYMENT'],
  ['payment', 'PAYMENT'],
  ['refund', 'REFUND'],
  ['payment_refund', 'REFUND'],
]);

/** A booking that is of a payment, and what it books. */
export interface PaymentBooking {
  readonly row: ReportRow;
  readonly source: Stripe.Charge | Stripe.Refund;
}

/**
 * A line of Stripe's ledger, its source expanded, as one of the day's report; null when it is of something else, such
 * as a payout or a dispute. The amount is what the customer paid or got back, in their currency.
 */
export function paymentBooking(transaction: Stripe.BalanceTransaction): PaymentBooking | null {
  const kind = KINDS.get(transaction.type);
  const { source } = transaction;
  if (kind === undefined || source === null || typeof source === 'string') return null;
  if (source.object !== 'charge' && source.object !== 'refund') return null;
  if (source.payment_intent === null) return null;
  const currency = source.currency.toUpperCase();
  return {
    row: {
      kind,
      gatewayPaymentId: idOf(source.payment_intent),
      // Its news can be fetched when it was not delivered, so that no payment remains unheard of.
      paymentId: null,
      amount: fromStripeAmount(source.amount, currency),
      fee: nearestFromStripeAmount(feeIn(source, transaction), currency),
      currency,
    },
    source,
  };
}

/**
 * The fee in the payment's currency. Stripe books in the currency that it pays out, so a payment in another one has
 * its fee converted back at the rate of that very booking.
 */
function feeIn(source: { amount: number; currency: string }, transaction: Stripe.BalanceTransaction): number {
  if (transaction.currency === source.currency) return transaction.fee;
  return Math.round((transaction.fee * source.amount) / Math.abs(transaction.amount));
}

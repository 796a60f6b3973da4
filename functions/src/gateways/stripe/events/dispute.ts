import type Stripe from 'stripe';
import type { GatewayDispute } from '../../gateway';
import { fromStripeAmount } from '../amount';
import { paymentOfIntent } from './payment-of-intent';
import { NOT_OURS, reading } from './reading';
import type { EventContext, Reading } from './reading';

/** A dispute for which the bank has taken the money. */
export async function disputeOpened(dispute: Stripe.Dispute, context: EventContext): Promise<Reading> {
  const payment = await paymentOfIntent(dispute.payment_intent, context);
  if (payment === null) return NOT_OURS;
  return reading({ kind: 'DISPUTE_OPENED', payment, dispute: gatewayDispute(dispute) });
}

export function gatewayDispute({ id, amount, currency, reason }: Stripe.Dispute): GatewayDispute {
  const code = currency.toUpperCase();
  return { gatewayDisputeId: id, amount: fromStripeAmount(amount, code), currency: code, reason };
}

import type Stripe from 'stripe';
import type { DisputeClosed } from '../../gateway';
import { gatewayDispute } from './dispute';
import { paymentOfIntent } from './payment-of-intent';
import { NO_PAYMENT, NOT_OURS, reading } from './reading';
import type { EventContext, Reading } from './reading';

const OUTCOMES = new Map<string, DisputeClosed['outcome']>([
  ['won', 'WON'],
  ['lost', 'LOST'],
]);

/** The bank has decided. An inquiry that ends (`warning_closed`) ends without money having moved. */
export async function chargeDisputeClosed(dispute: Stripe.Dispute, context: EventContext): Promise<Reading> {
  const outcome = OUTCOMES.get(dispute.status);
  if (outcome === undefined) return NO_PAYMENT;
  const payment = await paymentOfIntent(dispute.payment_intent, context);
  if (payment === null) return NOT_OURS;
  return reading({ kind: 'DISPUTE_CLOSED', payment, dispute: gatewayDispute(dispute), outcome });
}

import type Stripe from 'stripe';
import { disputeOpened } from './dispute';
import { NO_PAYMENT } from './reading';
import type { EventContext, Reading } from './reading';

/**
 * A cardholder disputes a payment. An inquiry (`warning_…`) only asks: the bank takes no money unless it becomes a
 * dispute, which `charge.dispute.funds_withdrawn` tells. One that was prevented was refunded instead.
 */
export function chargeDisputeCreated(
  dispute: Stripe.Dispute,
  context: EventContext,
): Reading | Promise<Reading> {
  const isTaken = !dispute.status.startsWith('warning_') && dispute.status !== 'prevented';
  return isTaken ? disputeOpened(dispute, context) : NO_PAYMENT;
}

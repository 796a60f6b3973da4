import type Stripe from 'stripe';
import { BillingError } from '../../../platform/errors';
import { idOf } from '../expandable';
import { fromMetadata } from '../reference';
import { succeeded } from '../settlement';
import { NOT_OURS, reading } from './reading';
import type { EventContext, Reading } from './reading';

/** A Checkout Session whose money is there. */
export function sessionPaid(session: Stripe.Checkout.Session, { project, livemode }: EventContext): Reading {
  const payment = fromMetadata(project, session.metadata);
  if (payment === null) return NOT_OURS;
  const { amount_total: amount, currency, payment_intent: intent } = session;
  if (amount === null || currency === null || intent === null) {
    throw new BillingError('MALFORMED_BODY', { session: session.id });
  }
  return reading(succeeded(payment, { gatewayPaymentId: idOf(intent), amount, currency, livemode }));
}

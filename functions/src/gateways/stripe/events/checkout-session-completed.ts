import type Stripe from 'stripe';
import { fromMetadata } from '../reference';
import { NO_PAYMENT, NOT_OURS, reading } from './reading';
import type { EventContext, Reading } from './reading';
import { sessionPaid } from './session-paid';

/** The customer finished Stripe's page: paid by card, or promised by a way that settles in some days. */
export function checkoutSessionCompleted(session: Stripe.Checkout.Session, context: EventContext): Reading {
  const payment = fromMetadata(context.project, session.metadata);
  if (payment === null) return NOT_OURS;
  if (session.mode !== 'payment') return NO_PAYMENT;
  if (session.payment_status === 'paid') return sessionPaid(session, context);
  if (session.payment_status === 'no_payment_required') return NO_PAYMENT;
  return reading({ kind: 'PAYMENT_PROCESSING', payment });
}

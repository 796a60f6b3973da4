import type Stripe from 'stripe';
import { fromMetadata, isOurs } from '../reference';
import { processing } from '../settlement';
import { NO_PAYMENT, NOT_OURS, reading } from './reading';
import type { EventContext, Reading } from './reading';
import { sessionPaid } from './session-paid';

/**
 * The customer finished Stripe's page: paid by card, or promised by a way that settles in some days. A page that kept
 * a card has nothing to tell: the card has its own events.
 */
export function checkoutSessionCompleted(session: Stripe.Checkout.Session, context: EventContext): Reading {
  if (!isOurs(context.project, session.metadata)) return NOT_OURS;
  if (session.mode !== 'payment') return NO_PAYMENT;
  const payment = fromMetadata(context.project, session.metadata);
  if (payment === null) return NOT_OURS;
  if (session.payment_status === 'paid') return sessionPaid(session, context);
  if (session.payment_status === 'no_payment_required') return NO_PAYMENT;
  return reading(processing(payment));
}

import type Stripe from 'stripe';
import { fromMetadata } from '../reference';
import { NOT_OURS, reading } from './reading';
import type { EventContext, Reading } from './reading';

/** Nobody finished the page in time. */
export function checkoutSessionExpired(session: Stripe.Checkout.Session, { project }: EventContext): Reading {
  const payment = fromMetadata(project, session.metadata);
  if (payment === null) return NOT_OURS;
  return reading({ kind: 'PAYMENT_FAILED', payment, reason: 'ABANDONED', isFinal: true });
}

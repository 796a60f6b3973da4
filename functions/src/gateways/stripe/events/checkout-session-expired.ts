import type Stripe from 'stripe';
import { fromMetadata } from '../reference';
import { failed } from '../settlement';
import { NOT_OURS, reading } from './reading';
import type { EventContext, Reading } from './reading';

/** Nobody finished the page in time. */
export function checkoutSessionExpired(session: Stripe.Checkout.Session, { project }: EventContext): Reading {
  const payment = fromMetadata(project, session.metadata);
  return payment === null ? NOT_OURS : reading(failed(payment, 'ABANDONED'));
}

import type Stripe from 'stripe';
import { fromMetadata } from '../reference';
import { failed } from '../settlement';
import { NOT_OURS, reading } from './reading';
import type { EventContext, Reading } from './reading';

/** A bank debit or transfer begun in Checkout did not arrive; its session is closed. */
export function checkoutSessionAsyncPaymentFailed(
  session: Stripe.Checkout.Session,
  { project }: EventContext,
): Reading {
  const payment = fromMetadata(project, session.metadata);
  return payment === null ? NOT_OURS : reading(failed(payment, 'GENERAL'));
}

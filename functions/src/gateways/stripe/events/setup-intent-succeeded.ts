import type Stripe from 'stripe';
import { idOf } from '../expandable';
import { userIdFrom } from '../reference';
import { methodKept } from './method-kept';
import { NOT_OURS } from './reading';
import type { EventContext, Reading } from './reading';

/** A customer has entered a card to keep. */
export function setupIntentSucceeded(
  intent: Stripe.SetupIntent,
  context: EventContext,
): Reading | Promise<Reading> {
  const { payment_method: method } = intent;
  const isForUs = userIdFrom(context.project, intent.metadata) !== null && method !== null;
  return isForUs ? methodKept(idOf(method), context) : NOT_OURS;
}

import type Stripe from 'stripe';
import type { PaymentReference } from '../../gateway';
import { idOf } from '../expandable';
import { fromMetadata } from '../reference';
import type { EventContext } from './reading';

/** The payment that an intent is of, asked of Stripe; null when it is none of ours. */
export async function paymentOfIntent(
  intent: string | Stripe.PaymentIntent | null,
  { project, lookup }: EventContext,
): Promise<PaymentReference | null> {
  if (intent === null) return null;
  const found = await lookup.paymentIntent(idOf(intent));
  return fromMetadata(project, found?.metadata ?? null);
}

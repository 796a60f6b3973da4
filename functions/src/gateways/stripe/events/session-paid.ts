import type Stripe from 'stripe';
import { BillingError } from '../../../platform/errors';
import type { PaymentSucceeded } from '../../gateway';
import { fromStripeAmount } from '../amount';
import { fromMetadata } from '../reference';
import { NOT_OURS, reading } from './reading';
import type { EventContext, Reading } from './reading';

/** A Checkout Session whose money is there. */
export function sessionPaid(session: Stripe.Checkout.Session, { project, livemode }: EventContext): Reading {
  const payment = fromMetadata(project, session.metadata);
  if (payment === null) return NOT_OURS;
  const { amount_total: total, currency, payment_intent: intent } = session;
  if (total === null || currency === null || intent === null) {
    throw new BillingError('MALFORMED_BODY', { session: session.id });
  }
  const code = currency.toUpperCase();
  const amount = fromStripeAmount(total, code);
  return reading({
    kind: 'PAYMENT_SUCCEEDED',
    payment,
    gatewayPaymentId: typeof intent === 'string' ? intent : intent.id,
    amount,
    charged: amount,
    currency: code,
    installment: 1,
    isTest: !livemode,
    paytrHash: null,
  } satisfies PaymentSucceeded);
}

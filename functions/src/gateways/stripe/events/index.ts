import type Stripe from 'stripe';
import { chargeDisputeClosed } from './charge-dispute-closed';
import { chargeDisputeCreated } from './charge-dispute-created';
import { chargeDisputeFundsWithdrawn } from './charge-dispute-funds-withdrawn';
import { chargeRefunded } from './charge-refunded';
import { checkoutSessionAsyncPaymentFailed } from './checkout-session-async-payment-failed';
import { checkoutSessionAsyncPaymentSucceeded } from './checkout-session-async-payment-succeeded';
import { checkoutSessionCompleted } from './checkout-session-completed';
import { checkoutSessionExpired } from './checkout-session-expired';
import { customerSubscriptionDeleted } from './customer-subscription-deleted';
import { customerSubscriptionUpdated } from './customer-subscription-updated';
import { invoiceFinalized } from './invoice-finalized';
import { invoicePaid } from './invoice-paid';
import { invoicePaymentFailed } from './invoice-payment-failed';
import { paymentIntentPaymentFailed } from './payment-intent-payment-failed';
import { paymentIntentProcessing } from './payment-intent-processing';
import { paymentIntentSucceeded } from './payment-intent-succeeded';
import { paymentMethodAttached } from './payment-method-attached';
import { paymentMethodAutomaticallyUpdated } from './payment-method-automatically-updated';
import { paymentMethodDetached } from './payment-method-detached';
import { paymentMethodUpdated } from './payment-method-updated';
import { reading } from './reading';
import type { EventContext, Reading } from './reading';
import { setupIntentSucceeded } from './setup-intent-succeeded';

type Readers = {
  [Type in Stripe.Event.Type]?: (
    object: Extract<Stripe.Event, { type: Type }>['data']['object'],
    context: EventContext,
  ) => Reading | Promise<Reading>;
};

/** Every event type we act on, and the file that reads it; the webhook endpoint must subscribe to these. */
const READERS = {
  'checkout.session.completed': checkoutSessionCompleted,
  'checkout.session.async_payment_succeeded': checkoutSessionAsyncPaymentSucceeded,
  'checkout.session.async_payment_failed': checkoutSessionAsyncPaymentFailed,
  'checkout.session.expired': checkoutSessionExpired,
  'payment_intent.succeeded': paymentIntentSucceeded,
  'payment_intent.processing': paymentIntentProcessing,
  'payment_intent.payment_failed': paymentIntentPaymentFailed,
  'charge.refunded': chargeRefunded,
  'charge.dispute.created': chargeDisputeCreated,
  'charge.dispute.funds_withdrawn': chargeDisputeFundsWithdrawn,
  'charge.dispute.closed': chargeDisputeClosed,
  'setup_intent.succeeded': setupIntentSucceeded,
  'payment_method.attached': paymentMethodAttached,
  'payment_method.updated': paymentMethodUpdated,
  'payment_method.automatically_updated': paymentMethodAutomaticallyUpdated,
  'payment_method.detached': paymentMethodDetached,
  'invoice.finalized': invoiceFinalized,
  'invoice.paid': invoicePaid,
  'invoice.payment_failed': invoicePaymentFailed,
  'customer.subscription.updated': customerSubscriptionUpdated,
  'customer.subscription.deleted': customerSubscriptionDeleted,
} satisfies Readers;

export const HANDLED_TYPES = Object.keys(READERS);

/**
 * What an event says in our words. Objects that carry our ids are read as they came; of others, the object that
 * carries them is looked up.
 * @throws BillingError MALFORMED_BODY, or GATEWAY_UNAVAILABLE when Stripe does not answer.
 */
export async function readStripeEvent(
  event: Stripe.Event,
  context: Pick<EventContext, 'project' | 'lookup'>,
): Promise<Reading> {
  if (!Object.hasOwn(READERS, event.type)) return reading({ kind: 'NOTHING_FOR_US', why: 'UNHANDLED_TYPE' });
  // The record pairs each type with its object, which TypeScript cannot follow through a variable key.
  const read = READERS[event.type as keyof typeof READERS] as (
    object: unknown,
    context: EventContext,
  ) => Reading | Promise<Reading>;
  return read(event.data.object, { ...context, livemode: event.livemode });
}

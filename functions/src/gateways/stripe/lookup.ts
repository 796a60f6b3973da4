import type Stripe from 'stripe';
import { ask, find } from './call';
import { stripeClient } from './client';

/**
 * What the reader of an event may ask Stripe when the event's object carries no ids of ours. Null when Stripe has no
 * such object.
 */
export interface Lookup {
  paymentIntent(id: string): Promise<Stripe.PaymentIntent | null>;
  /** As it is now, its customer expanded. */
  paymentMethod(id: string): Promise<Stripe.PaymentMethod | null>;
  /** As it is now, with what pays it. */
  invoice(id: string): Promise<Stripe.Invoice | null>;
  /** The invoice of Stripe's own billing that an intent pays. */
  invoiceOfIntent(intentId: string): Promise<Stripe.Invoice | null>;
  /** As it is now. */
  subscription(id: string): Promise<Stripe.Subscription | null>;
}

/** @throws BillingError GATEWAY_UNAVAILABLE, so that the event is sent again. */
export const lookup: Lookup = {
  paymentIntent: (id) => find(() => stripeClient().paymentIntents.retrieve(id)),
  paymentMethod: (id) => find(() => stripeClient().paymentMethods.retrieve(id, { expand: ['customer'] })),
  invoice: (id) =>
    find(() => stripeClient().invoices.retrieve(id, { expand: ['payments.data.payment.payment_intent'] })),
  invoiceOfIntent: async (intentId) => {
    const { data } = await ask(() =>
      stripeClient().invoicePayments.list({
        payment: { type: 'payment_intent', payment_intent: intentId },
        expand: ['data.invoice'],
        limit: 1,
      }),
    );
    const invoice = data[0]?.invoice;
    return typeof invoice === 'object' && !('deleted' in invoice) ? invoice : null;
  },
  subscription: (id) => find(() => stripeClient().subscriptions.retrieve(id)),
};

import type Stripe from 'stripe';
import { invalidRequest } from '../api/errors';
import { cardError, type CardFailure } from '../payments/card-error';
import { attemptPayment } from '../payments/pay';
import { idOf, type Call } from '../world';
import { closePayment, markPaid, paymentOf, replaceInvoice } from './invoice';
import { changeSubscription } from './subscription';

/** Who tries: Stripe by its calendar, or the merchant by a call, which Stripe's own count leaves out after the first. */
export type Trier = 'stripe' | 'merchant';

/**
 * Tries to charge an open invoice, with the subscription's card unless another is named. Answers why it failed, or null.
 * A failure leaves the invoice open and its subscription past due; a payment later makes it active again.
 */
export function tryToPay(
  call: Call,
  invoice: Stripe.Invoice,
  trier: Trier,
  named: string | null = null,
): { invoice: Stripe.Invoice; failure: CardFailure | null; intent: Stripe.PaymentIntent } {
  const subscription = subscriptionOf(call, invoice);
  const intent = call.objects.paymentIntents.get(
    idOf(paymentOf(call, invoice.id)?.payment.payment_intent) ?? '',
  );
  if (!intent) throw new Error(`invoice ${invoice.id} has no payment intent`);
  const customer = call.objects.customers.get(idOf(invoice.customer) ?? '');
  const methodId =
    named ??
    idOf(subscription?.default_payment_method) ??
    idOf(customer?.invoice_settings.default_payment_method);
  const method = call.objects.paymentMethods.get(methodId ?? '');
  if (!method) {
    throw invalidRequest(
      'This customer has no attached payment source or default payment method. Please consider adding a ' +
        'default payment method.',
      { code: 'resource_missing' },
    );
  }
  const counts = trier === 'stripe' || invoice.attempt_count === 0;
  const tried = replaceInvoice(call, invoice, {
    attempt_count: invoice.attempt_count + (counts ? 1 : 0),
    attempted: true,
  });
  const result = attemptPayment(call, intent, { method, offSession: true });
  if (result.failure) {
    call.emit('invoice.payment_failed', tried);
    if (subscription && (subscription.status === 'active' || subscription.status === 'trialing')) {
      changeSubscription(call, subscription, { status: 'past_due' });
    }
    return { invoice: tried, failure: result.failure, intent: result.intent };
  }
  closePayment(call, invoice.id, 'paid');
  const paid = markPaid(call, tried);
  settled(call, paid);
  return { invoice: paid, failure: null, intent: result.intent };
}

/** A subscription that waited for the invoice waits no longer. */
export function settled(call: Call, invoice: Stripe.Invoice): void {
  const subscription = subscriptionOf(call, invoice);
  if (subscription && ['past_due', 'unpaid', 'incomplete'].includes(subscription.status)) {
    changeSubscription(call, subscription, { status: 'active' });
  }
}

export function declinedInvoice(failure: CardFailure, intent: Stripe.PaymentIntent) {
  return cardError(failure, { payment_intent: intent });
}

function subscriptionOf(call: Call, invoice: Stripe.Invoice): Stripe.Subscription | undefined {
  return call.objects.subscriptions.get(idOf(invoice.parent?.subscription_details?.subscription) ?? '');
}

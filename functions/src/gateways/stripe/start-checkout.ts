import { projectID } from 'firebase-functions/params';
import Stripe from 'stripe';
import { appUrl } from '../../platform/params';
import { BillingError } from '../../platform/errors';
import * as logs from '../../platform/logs';
import type { CheckoutSession } from '../../schema/payment';
import type { Checkout } from '../gateway';
import { toStripeAmount } from './amount';
import { stripeClient } from './client';
import { toMetadata } from './reference';

/** Stripe takes 30 minutes to 24 hours from now; an hour from the start leaves time to repeat a lost call. */
const LIFETIME_MS = 60 * 60 * 1000;

/** Opens a hosted Checkout page for one payment. Which ways to pay it offers is the Stripe account's setting. */
export async function startCheckout(checkout: Checkout): Promise<CheckoutSession> {
  const { paymentId, invoiceId, invoiceNumber, amount, currency, customer, startedAt } = checkout;
  const metadata = toMetadata(projectID.value(), {
    paymentId,
    userId: checkout.userId,
    invoiceIds: [invoiceId],
  });
  const expiresAt = new Date(startedAt.getTime() + LIFETIME_MS);
  const session = await call(() =>
    stripeClient().checkout.sessions.create(
      {
        mode: 'payment',
        line_items: [
          {
            quantity: 1,
            price_data: {
              currency: currency.toLowerCase(),
              unit_amount: toStripeAmount(amount, currency),
              product_data: { name: invoiceNumber },
            },
          },
        ],
        customer_email: customer.email,
        client_reference_id: paymentId,
        metadata,
        payment_intent_data: { metadata, description: invoiceNumber },
        locale: customer.locale,
        expires_at: Math.floor(expiresAt.getTime() / 1000),
        success_url: `${appUrl()}/payments/${paymentId}`,
        cancel_url: `${appUrl()}/invoices/${invoiceId}`,
      },
      { idempotencyKey: `checkout_${paymentId}` },
    ),
  );
  if (session.url === null) throw new BillingError('GATEWAY_RESULT_UNKNOWN', { paymentId });
  return {
    kind: 'REDIRECT',
    url: session.url,
    gatewayCheckoutId: session.id,
    expiresAt: new Date(session.expires_at * 1000),
  };
}

/** Stripe's errors as our three answers: refused, not set up, or not known yet. */
async function call<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    logs.gatewayRefused('stripe', `${error.type} ${error.code ?? ''} ${error.param ?? ''}`.trim());
    throw new BillingError(answerOf(error), {}, { cause: error });
  }
}

function answerOf(error: Stripe.errors.StripeError) {
  if (error instanceof Stripe.errors.StripeInvalidRequestError) return 'GATEWAY_DECLINED';
  if (error instanceof Stripe.errors.StripeAuthenticationError) return 'GATEWAY_NOT_CONFIGURED';
  if (error instanceof Stripe.errors.StripePermissionError) return 'GATEWAY_NOT_CONFIGURED';
  return 'GATEWAY_RESULT_UNKNOWN';
}

import { projectID } from 'firebase-functions/params';
import type Stripe from 'stripe';
import { appUrl } from '../../platform/params';
import { BillingError } from '../../platform/errors';
import type { CheckoutSession } from '../../schema/payment';
import type { Checkout } from '../gateway';
import { toStripeAmount } from './amount';
import { declinedFor, order } from './call';
import { stripeClient } from './client';
import { allowedPaymentMethodTypes } from './config';
import { toMetadata } from './reference';

/** Stripe takes 30 minutes to 24 hours from now; an hour from the start leaves time to repeat a lost call. */
const LIFETIME_MS = 60 * 60 * 1000;

/**
 * Opens a hosted Checkout page for one payment. Which ways to pay it offers, those that settle days later included, is
 * the Stripe account's choice unless this deployment names them.
 */
export async function startCheckout(checkout: Checkout): Promise<CheckoutSession> {
  const { paymentId, description, amount, currency, customer, gatewayCustomerId, startedAt } = checkout;
  const metadata = toMetadata(projectID.value(), checkout);
  const expiresAt = new Date(startedAt.getTime() + LIFETIME_MS);
  const { customerFields, intentFields } = payer(checkout);
  const types = allowedPaymentMethodTypes();
  const session = await order(
    () =>
      stripeClient().checkout.sessions.create(
        {
          mode: 'payment',
          ...(types.length === 0 ? {} : { allowed_payment_method_types: types }),
          line_items: [
            {
              quantity: 1,
              price_data: {
                currency: currency.toLowerCase(),
                unit_amount: toStripeAmount(amount, currency),
                product_data: { name: description },
              },
            },
          ],
          ...customerFields,
          client_reference_id: paymentId,
          metadata,
          payment_intent_data: { metadata, description, ...intentFields },
          locale: customer.locale,
          expires_at: Math.floor(expiresAt.getTime() / 1000),
          success_url: `${appUrl()}/payments/${paymentId}`,
          cancel_url: cancelUrl(checkout),
        },
        // Of a customer whom Stripe has lost it keeps the refusal by this key.
        { idempotencyKey: `checkout_${paymentId}_${gatewayCustomerId ?? 'guest'}` },
      ),
    declinedFor,
  );
  if (session.url === null) throw new BillingError('GATEWAY_RESULT_UNKNOWN', { paymentId });
  return {
    kind: 'REDIRECT',
    method: 'card',
    url: session.url,
    gatewayCheckoutId: session.id,
    expiresAt: new Date(session.expires_at * 1000),
  };
}

/**
 * Who pays. A guest's card is not kept, whatever was asked: Stripe would keep it on a customer that we know nothing of.
 */
function payer({ gatewayCustomerId, customer, saveMethod }: Checkout): {
  customerFields: Stripe.Checkout.SessionCreateParams;
  intentFields: Stripe.Checkout.SessionCreateParams.PaymentIntentData;
} {
  if (gatewayCustomerId === null) {
    return { customerFields: { customer_email: customer.email }, intentFields: {} };
  }
  return {
    customerFields: {
      customer: gatewayCustomerId,
      // Stripe marks cards kept for later charges as "limited" and hides those unless it is asked not to.
      saved_payment_method_options: { allow_redisplay_filters: ['always', 'limited'] },
    },
    intentFields: saveMethod ? { setup_future_usage: 'off_session' } : {},
  };
}

function cancelUrl({ invoiceIds: [invoiceId] }: Checkout): string {
  return invoiceId === undefined ? `${appUrl()}/wallet` : `${appUrl()}/invoices/${invoiceId}`;
}

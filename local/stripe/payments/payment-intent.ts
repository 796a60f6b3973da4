import type Stripe from 'stripe';
import { newId, randomText } from '../ids';
import type { Call } from '../world';

export interface NewPaymentIntent {
  amount: number;
  currency: string;
  customer?: string | null | undefined;
  allowedTypes?: string[] | undefined;
  allowRedirects?: 'always' | 'never' | undefined;
  captureMethod?: string | undefined;
  confirmationMethod?: string | undefined;
  description?: string | undefined;
  metadata?: Record<string, string> | undefined;
  paymentMethod?: string | undefined;
  receiptEmail?: string | undefined;
  setupFutureUsage?: string | undefined;
  statementDescriptor?: string | undefined;
  statementDescriptorSuffix?: string | undefined;
}

/** Stores a new intent to pay, not yet tried. */
export function createPaymentIntent(call: Call, given: NewPaymentIntent): Stripe.PaymentIntent {
  const id = newId('pi');
  const intent: Stripe.PaymentIntent = {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: given.allowedTypes ?? null,
    amount: given.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: { allow_redirects: given.allowRedirects ?? 'always', enabled: true },
    canceled_at: null,
    cancellation_reason: null,
    capture_method: given.captureMethod ?? 'automatic_async',
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: given.confirmationMethod ?? 'automatic',
    created: call.now,
    currency: given.currency,
    customer: given.customer ?? null,
    customer_account: null,
    description: given.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: given.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: given.paymentMethod ?? null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: given.receiptEmail ?? null,
    review: null,
    setup_future_usage: given.setupFutureUsage ?? null,
    shipping: null,
    source: null,
    statement_descriptor: given.statementDescriptor ?? null,
    statement_descriptor_suffix: given.statementDescriptorSuffix ?? null,
    status: given.paymentMethod === undefined ? 'requires_payment_method' : 'requires_confirmation',
    transfer_data: null,
    transfer_group: null,
  };
  call.objects.paymentIntents.set(id, intent);
  call.emit('payment_intent.created', intent);
  return intent;
}

/** Closes an intent for good; nothing can be paid with it any more. */
export function cancelPaymentIntent(
  call: Call,
  intent: Stripe.PaymentIntent,
  reason: string | null,
): Stripe.PaymentIntent {
  const canceled: Stripe.PaymentIntent = {
    ...intent,
    canceled_at: call.now,
    cancellation_reason: reason,
    next_action: null,
    status: 'canceled',
  };
  call.objects.paymentIntents.set(intent.id, canceled);
  call.emit('payment_intent.canceled', canceled);
  return canceled;
}

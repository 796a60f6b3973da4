import type Stripe from 'stripe';

/** Complete Stripe objects, as a webhook carries them; what a test is about is overridden, last. */

const CREATED = Date.parse('2026-03-10T10:00:00Z') / 1000;

/** Our ids as `toMetadata` writes them. */
export const ourMetadata = {
  project: 'demo-project',
  paymentId: 'payment-1',
  userId: 'user-1',
  invoiceIds: 'invoice-1',
};

/** A finished Checkout over 120.00 TRY, paid by card. */
export function aCheckoutSession(override: Partial<Stripe.Checkout.Session> = {}): Stripe.Checkout.Session {
  return {
    id: 'cs_test_a1B2c3D4',
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: null,
    amount_subtotal: 12_000,
    amount_total: 12_000,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: 'https://portal.example/invoices/invoice-1',
    client_reference_id: ourMetadata.paymentId,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: CREATED,
    currency: 'try',
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: null,
    customer_account: null,
    customer_creation: 'if_required',
    customer_details: null,
    customer_email: 'ayse@customer.example',
    discounts: [],
    expires_at: CREATED + 3_600,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: 'tr',
    managed_payments: null,
    metadata: ourMetadata,
    mode: 'payment',
    origin_context: null,
    payment_intent: 'pi_3Q0000000000000000000001',
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['card'],
    payment_status: 'paid',
    permissions: null,
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'complete',
    submit_type: null,
    subscription: null,
    success_url: 'https://portal.example/payments/payment-1',
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: null,
    wallet_options: null,
    ...override,
  };
}

/** A card payment of 120.00 TRY that went through. */
export function aPaymentIntent(override: Partial<Stripe.PaymentIntent> = {}): Stripe.PaymentIntent {
  return {
    id: 'pi_3Q0000000000000000000001',
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: 12_000,
    amount_capturable: 0,
    amount_received: 12_000,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic',
    client_secret: 'pi_3Q0000000000000000000001_secret_x',
    confirmation_method: 'automatic',
    created: CREATED,
    currency: 'try',
    customer: null,
    customer_account: null,
    description: 'HYB-202603-0001',
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: 'ch_3Q0000000000000000000001',
    livemode: false,
    managed_payments: null,
    metadata: ourMetadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: 'pm_1Q0000000000000000000001',
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'succeeded',
    transfer_data: null,
    transfer_group: null,
    ...override,
  };
}

/** A try with a card that the bank refused; the intent waits for another one. */
export function aDeclinedPaymentIntent(
  error: Partial<Stripe.PaymentIntent.LastPaymentError> = {},
  override: Partial<Stripe.PaymentIntent> = {},
): Stripe.PaymentIntent {
  return aPaymentIntent({
    amount_received: 0,
    status: 'requires_payment_method',
    last_payment_error: {
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'insufficient_funds',
      message: 'Your card has insufficient funds.',
      ...error,
    },
    ...override,
  });
}

/** An event around an object. */
export function anEvent(
  type: Stripe.Event.Type,
  object: object,
  override: Partial<Stripe.EventBase> = {},
): Stripe.Event {
  return {
    id: 'evt_1Q0000000000000000000001',
    object: 'event',
    api_version: '2026-10-28.endive',
    created: CREATED,
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
    ...override,
  } as Stripe.Event;
}

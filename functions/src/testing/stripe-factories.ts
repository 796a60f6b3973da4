import type Stripe from 'stripe';
import type { BilledSubscription } from '../gateways/stripe/events/billed-subscription';
import type { BillingInvoice, BillingInvoiceBeforeBasil } from '../gateways/stripe/billing/invoice-news';

/** Complete Stripe objects, as a webhook carries them; what a test is about is overridden, last. */

const CREATED = Date.parse('2026-03-10T10:00:00Z') / 1000;

/** Our ids as `toMetadata` writes them. */
export const ourMetadata = {
  project: 'demo-project',
  paymentId: 'payment-1',
  userId: 'user-1',
  invoiceIds: 'invoice-1',
  currency: 'TRY',
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

/** The charge of that card payment. */
export function aCharge(override: Partial<Stripe.Charge> = {}): Stripe.Charge {
  return {
    id: 'ch_3Q0000000000000000000001',
    object: 'charge',
    amount: 12_000,
    amount_captured: 12_000,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: 'txn_3Q0000000000000000000001',
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: 'HYBLE',
    captured: true,
    created: CREATED,
    currency: 'try',
    customer: null,
    description: 'HYB-202603-0001',
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: ourMetadata,
    on_behalf_of: null,
    outcome: null,
    paid: true,
    payment_intent: 'pi_3Q0000000000000000000001',
    payment_method: 'pm_1Q0000000000000000000001',
    payment_method_details: null,
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'succeeded',
    transfer_data: null,
    transfer_group: null,
    ...override,
  };
}

/** The line of Stripe's ledger for that charge, which is expanded. */
export function aBalanceTransaction(
  override: Partial<Stripe.BalanceTransaction> = {},
): Stripe.BalanceTransaction {
  return {
    id: 'txn_3Q0000000000000000000001',
    object: 'balance_transaction',
    amount: 12_000,
    available_on: CREATED + 2 * 24 * 3_600,
    balance_type: 'payments',
    created: CREATED,
    currency: 'try',
    description: null,
    exchange_rate: null,
    fee: 378,
    fee_details: [],
    net: 11_622,
    reporting_category: 'charge',
    source: aCharge(),
    status: 'pending',
    type: 'charge',
    ...override,
  };
}

/** A dispute of that payment, which the bank has taken back in full. It carries no ids of ours. */
export function aDispute(override: Partial<Stripe.Dispute> = {}): Stripe.Dispute {
  return {
    id: 'du_1Q0000000000000000000001',
    object: 'dispute',
    amount: 12_000,
    balance_transactions: [],
    charge: 'ch_3Q0000000000000000000001',
    created: CREATED,
    currency: 'try',
    enhanced_eligibility_types: [],
    evidence: NO_EVIDENCE,
    evidence_details: {
      due_by: CREATED + 7 * 24 * 3_600,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: 'pi_3Q0000000000000000000001',
    reason: 'fraudulent',
    status: 'needs_response',
    ...override,
  };
}

const NO_EVIDENCE: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};

/** Our customer as Stripe knows them. */
export function aStripeCustomer(override: Partial<Stripe.Customer> = {}): Stripe.Customer {
  return {
    id: 'cus_Q0000000000001',
    object: 'customer',
    balance: 0,
    created: CREATED,
    customer_account: null,
    default_source: null,
    description: null,
    email: 'ayse@customer.example',
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: { project: ourMetadata.project, userId: ourMetadata.userId },
    shipping: null,
    ...override,
  };
}

/** A card that Stripe keeps on our customer. */
export function aStripeMethod(override: Partial<Stripe.PaymentMethod> = {}): Stripe.PaymentMethod {
  return {
    id: 'pm_1Q0000000000000000000001',
    object: 'payment_method',
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    card: {
      brand: 'visa',
      checks: null,
      country: 'TR',
      display_brand: 'visa',
      exp_month: 12,
      exp_year: 2034,
      funding: 'credit',
      generated_from: null,
      last4: '4242',
      networks: null,
      regulated_status: 'unregulated',
      three_d_secure_usage: null,
      wallet: null,
    },
    created: CREATED,
    customer: 'cus_Q0000000000001',
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
    ...override,
  };
}

/** A page on which our customer entered that card. */
export function aSetupIntent(override: Partial<Stripe.SetupIntent> = {}): Stripe.SetupIntent {
  return {
    id: 'seti_1Q0000000000000000000001',
    object: 'setup_intent',
    allowed_payment_method_types: ['card'],
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: 'seti_1Q0000000000000000000001_secret_x',
    created: CREATED,
    customer: 'cus_Q0000000000001',
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: { project: ourMetadata.project, userId: ourMetadata.userId },
    next_action: null,
    on_behalf_of: null,
    payment_method: 'pm_1Q0000000000000000000001',
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: 'succeeded',
    usage: 'off_session',
    ...override,
  };
}

/** Our ids of a subscription that Stripe's own billing runs. */
export const subscriptionMetadata = { project: ourMetadata.project, subscriptionId: 'subscription-1' };

/** 26 March 2026 to 26 April, as Stripe's line has it. */
const PERIOD = { start: 1_774_472_400, end: 1_777_150_800 };

const billing = {
  amount_paid: 12_000,
  amount_due: 12_000,
  currency: 'try',
  metadata: {},
  livemode: false,
  lines: { data: [{ period: PERIOD }] },
};

/** What is read of an invoice of that billing, as an endpoint of today's version sends it. */
export function aBillingInvoice(override: Partial<BillingInvoice> = {}): BillingInvoice {
  return {
    id: 'in_1Q0000000000000000000001',
    ...billing,
    parent: {
      type: 'subscription_details',
      quote_details: null,
      subscription_details: {
        metadata: subscriptionMetadata,
        subscription: 'sub_1Q0000000000000000000001',
      },
    },
    payments: {
      object: 'list',
      data: [
        {
          id: 'inpay_1Q0000000000000000000001',
          object: 'invoice_payment',
          amount_paid: 12_000,
          amount_requested: 12_000,
          created: CREATED,
          currency: 'try',
          invoice: 'in_1Q0000000000000000000001',
          is_default: true,
          livemode: false,
          payment: { type: 'payment_intent', payment_intent: 'pi_3Q0000000000000000000001' },
          status: 'paid',
          status_transitions: { canceled_at: null, paid_at: CREATED },
        },
      ],
      has_more: false,
      url: '/v1/invoice_payments',
    },
    ...override,
  };
}

/** The same of an endpoint whose version is older than basil. */
export function aBillingInvoiceBeforeBasil(
  override: Partial<BillingInvoiceBeforeBasil> = {},
): BillingInvoiceBeforeBasil {
  return {
    id: 'in_1Q0000000000000000000001',
    ...billing,
    subscription: 'sub_1Q0000000000000000000001',
    subscription_details: { metadata: subscriptionMetadata },
    payment_intent: 'pi_3Q0000000000000000000001',
    ...override,
  };
}

const period = { current_period_start: CREATED, current_period_end: CREATED + 31 * 24 * 3_600 };

/** What is read of a subscription of that billing: its item has the period, or before basil it itself. */
export function aBilledSubscription(override: Partial<BilledSubscription> = {}): BilledSubscription {
  return {
    id: 'sub_1Q0000000000000000000001',
    status: 'active',
    metadata: subscriptionMetadata,
    cancel_at_period_end: false,
    items: { data: [period] },
    ...override,
  };
}

export function aBilledSubscriptionBeforeBasil(): BilledSubscription {
  return aBilledSubscription({ items: { data: [{}] }, ...period });
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

import type Stripe from 'stripe';
import { newId } from '../ids';
import { idOf, type Call, type PaymentIntentData } from '../world';
import { cancelPaymentIntent } from './payment-intent';
import { createSetupIntent } from './set-up';

export interface NewCheckoutSession {
  mode: 'payment' | 'setup';
  successUrl: string;
  cancelUrl?: string | undefined;
  clientReferenceId?: string | undefined;
  /** Null where a setup session names its payment method types instead. */
  currency: string | null;
  customer: Stripe.Customer | null;
  customerCreation?: string | undefined;
  customerEmail?: string | undefined;
  allowedTypes?: string[] | undefined;
  billingAddressCollection?: string | undefined;
  /** Unix seconds. */
  expiresAt: number;
  lineItems: readonly Stripe.LineItem[];
  locale?: string | undefined;
  metadata: Record<string, string>;
  paymentIntentData: PaymentIntentData;
  /** Which kept cards a returning customer is shown; the page of the stand-in shows none. */
  redisplayFilters?: ('always' | 'limited' | 'unspecified')[] | undefined;
  setupIntentData: { description?: string | undefined; metadata?: Record<string, string> | undefined };
  submitType?: string | undefined;
}

type CustomerDetails = Stripe.Checkout.Session.CustomerDetails;

function customerDetails(email: string | null, name: string | null): CustomerDetails {
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name,
    phone: null,
    tax_exempt: 'none',
    tax_ids: null,
  };
}

/** Stores a new session, open on the hosted page until `expiresAt`. */
export function createCheckoutSession(call: Call, given: NewCheckoutSession): Stripe.Checkout.Session {
  const id = newId('cs_test');
  const isPayment = given.mode === 'payment';
  const total = given.lineItems.reduce((sum, item) => sum + item.amount_total, 0);
  const email = given.customer?.email ?? given.customerEmail ?? null;
  const setupIntent = isPayment
    ? null
    : createSetupIntent(call, {
        customer: given.customer?.id,
        allowedTypes: given.allowedTypes,
        ...given.setupIntentData,
      });
  const session: Stripe.Checkout.Session = {
    id,
    object: 'checkout.session',
    adaptive_pricing: isPayment ? { enabled: false } : null,
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: given.allowedTypes ?? null,
    amount_subtotal: isPayment ? total : null,
    amount_total: isPayment ? total : null,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: given.billingAddressCollection ?? null,
    cancel_url: given.cancelUrl ?? null,
    client_reference_id: given.clientReferenceId ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: call.now,
    currency: given.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: given.customer?.id ?? null,
    customer_account: null,
    customer_creation: given.customer ? null : (given.customerCreation ?? 'if_required'),
    customer_details: email === null ? null : customerDetails(email, null),
    customer_email: given.customerEmail ?? null,
    discounts: [],
    expires_at: given.expiresAt,
    integration_identifier: null,
    invoice: null,
    invoice_creation: isPayment
      ? {
          enabled: false,
          invoice_data: {
            account_tax_ids: null,
            custom_fields: null,
            description: null,
            footer: null,
            issuer: null,
            metadata: {},
            rendering_options: null,
          },
        }
      : null,
    livemode: false,
    locale: given.locale ?? null,
    managed_payments: null,
    metadata: given.metadata,
    mode: given.mode,
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: isPayment ? 'if_required' : 'always',
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: ['card'],
    payment_status: isPayment ? 'unpaid' : 'no_payment_required',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: given.customer
      ? {
          allow_redisplay_filters: given.redisplayFilters ?? ['always'],
          payment_method_remove: 'disabled',
          payment_method_save: null,
        }
      : null,
    setup_intent: setupIntent?.id ?? null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: given.submitType ?? null,
    subscription: null,
    success_url: given.successUrl,
    total_details: isPayment ? { amount_discount: 0, amount_shipping: 0, amount_tax: 0 } : null,
    ui_mode: 'hosted_page',
    url: `${call.baseUrl}/c/pay/${id}`,
    wallet_options: null,
  };
  call.objects.checkoutSessions.set(id, session);
  call.objects.lineItems.set(id, given.lineItems);
  call.objects.paymentIntentData.set(id, given.paymentIntentData);
  return session;
}

/** A way that settles later leaves the session complete and unpaid. */
function paymentStatus(
  call: Call,
  { mode, payment_intent: intent }: Stripe.Checkout.Session,
): Stripe.Checkout.Session.PaymentStatus {
  if (mode !== 'payment') return 'no_payment_required';
  const isPaid = call.objects.paymentIntents.get(idOf(intent) ?? '')?.status === 'succeeded';
  return isPaid ? 'paid' : 'unpaid';
}

/** Says what became of the payment of a session that its customer left unpaid. */
export function reportLatePayment(call: Call, session: Stripe.Checkout.Session): void {
  const told: Stripe.Checkout.Session = { ...session, payment_status: paymentStatus(call, session) };
  call.objects.checkoutSessions.set(session.id, told);
  const outcome = told.payment_status === 'paid' ? 'succeeded' : 'failed';
  call.emit(`checkout.session.async_payment_${outcome}`, told);
}

/** Marks a session whose customer is done, and says so. */
export function completeSession(
  call: Call,
  session: Stripe.Checkout.Session,
  method: Stripe.PaymentMethod | undefined,
): Stripe.Checkout.Session {
  const { email = null, name = null } = method?.billing_details ?? {};
  const completed: Stripe.Checkout.Session = {
    ...session,
    customer_details: {
      ...customerDetails(session.customer_details?.email ?? email, name),
      address: {
        city: null,
        country: method?.card?.country ?? method?.sepa_debit?.country ?? null,
        line1: null,
        line2: null,
        postal_code: null,
        state: null,
      },
      tax_ids: [],
    },
    payment_status: paymentStatus(call, session),
    status: 'complete',
    url: null,
  };
  call.objects.checkoutSessions.set(session.id, completed);
  call.emit('checkout.session.completed', completed);
  return completed;
}

/** Closes an open session and the payment it began. */
export function expireSession(call: Call, session: Stripe.Checkout.Session): Stripe.Checkout.Session {
  const intent = call.objects.paymentIntents.get(idOf(session.payment_intent) ?? '');
  if (intent) cancelPaymentIntent(call, intent, 'expired');
  const expired: Stripe.Checkout.Session = { ...session, status: 'expired', url: null };
  call.objects.checkoutSessions.set(session.id, expired);
  call.emit('checkout.session.expired', expired);
  return expired;
}

/** Expires every session whose time has come. */
export function expireDueSessions(call: Call): void {
  for (const session of call.objects.checkoutSessions.values()) {
    if (session.status === 'open' && session.expires_at <= call.now) expireSession(call, session);
  }
}

/** The session that an intent belongs to, if Checkout made it. */
export function sessionOfIntent(call: Call, intentId: string): Stripe.Checkout.Session | undefined {
  return [...call.objects.checkoutSessions.values()].find(
    (session) => session.payment_intent === intentId || session.setup_intent === intentId,
  );
}

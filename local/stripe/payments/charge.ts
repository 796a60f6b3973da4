import type Stripe from 'stripe';
import { newId } from '../ids';
import type { Decline } from '../test-cards';
import type { Call } from '../world';

export interface ChargeRequest {
  intent: Stripe.PaymentIntent;
  method: Stripe.PaymentMethod;
  decline: Decline | null;
  /** The customer confirmed with 3D Secure. */
  authenticated: boolean;
  /** The bank says later whether it pays. */
  pending?: boolean;
}

function outcome(decline: Decline | null): Stripe.Charge.Outcome {
  if (!decline) {
    return {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: 'approved_by_network',
      reason: null,
      risk_level: 'normal',
      risk_score: 20,
      seller_message: 'Payment complete.',
      type: 'authorized',
    };
  }
  return {
    advice_code: decline.advice,
    network_advice_code: null,
    network_decline_code: decline.networkCode,
    network_status: 'declined_by_network',
    reason: decline.declineCode,
    risk_level: 'normal',
    risk_score: 20,
    seller_message: 'The bank returned the decline code `' + decline.declineCode + '`.',
    type: 'issuer_declined',
  };
}

function threeDSecure(authenticated: boolean): Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure | null {
  if (!authenticated) return null;
  return {
    authentication_flow: 'challenge',
    electronic_commerce_indicator: '05',
    exemption_indicator: null,
    result: 'authenticated',
    result_reason: null,
    transaction_id: null,
    version: '2.2.0',
  };
}

function methodDetails(request: ChargeRequest): Stripe.Charge.PaymentMethodDetails {
  const { card, sepa_debit: debit } = request.method;
  if (card) return cardDetails(request, card);
  if (!debit) throw new Error(`payment method ${request.method.id} is neither a card nor a debit`);
  const { bank_code, branch_code, country, fingerprint, last4 } = debit;
  return {
    sepa_debit: { bank_code, branch_code, country, fingerprint, last4, mandate: null },
    type: 'sepa_debit',
  };
}

function cardDetails(
  { intent, decline, authenticated }: ChargeRequest,
  card: Stripe.PaymentMethod.Card,
): Stripe.Charge.PaymentMethodDetails {
  const cvcCheck = decline?.code === 'incorrect_cvc' ? 'fail' : 'pass';
  return {
    card: {
      amount_authorized: decline ? null : intent.amount,
      authorization_code: decline ? null : '123456',
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: cvcCheck },
      country: card.country,
      electronic_commerce_indicator: authenticated ? '05' : null,
      exp_month: card.exp_month,
      exp_year: card.exp_year,
      extended_authorization: { status: 'disabled' },
      fingerprint: card.fingerprint ?? null,
      funding: card.funding,
      incremental_authorization: { status: 'unavailable' },
      installments: null,
      last4: card.last4,
      mandate: null,
      multicapture: { status: 'unavailable' },
      network: card.brand,
      network_token: { used: false },
      network_transaction_id: null,
      overcapture: { maximum_amount_capturable: intent.amount, status: 'unavailable' },
      regulated_status: 'unregulated',
      three_d_secure: threeDSecure(authenticated),
      transaction_link_id: null,
      wallet: null,
    },
    type: 'card',
  };
}

/** Stores the charge of one attempt to pay an intent: paid in full, pending, or failed with the decline. */
export function createCharge(call: Call, request: ChargeRequest): Stripe.Charge {
  const { intent, method, decline, pending = false } = request;
  const captured = decline === null;
  const paid = captured && !pending;
  const charge: Stripe.Charge = {
    id: newId(method.card ? 'ch' : 'py'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: captured ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: intent.statement_descriptor ?? 'TEST MERCHANT',
    captured,
    created: call.now,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcome(decline),
    paid,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: methodDetails(request),
    radar_options: {},
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: pending ? 'pending' : paid ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: null,
  };
  call.objects.charges.set(charge.id, charge);
  return charge;
}

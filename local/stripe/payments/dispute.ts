import type Stripe from 'stripe';
import { newId } from '../ids';
import { idOf, type Call } from '../world';
import { bookDispute } from './balance';

/** Stripe's price for a dispute, in minor units, near enough. */
const FEE = 1500;
const DAYS_TO_ANSWER = 7;
const DAY_SECONDS = 24 * 60 * 60;

export type DisputeEnd = 'won' | 'lost' | 'warning_closed';

export interface Objection {
  reason: string;
  /** The bank only asks, and takes no money. */
  inquiry: boolean;
}

/** A cardholder objects to a charge at their bank: it takes the money, or asks first. */
export function openDispute(call: Call, chargeId: string, { reason, inquiry }: Objection): Stripe.Dispute {
  const charge = call.objects.charges.get(chargeId);
  if (charge?.paid !== true) throw new Error(`there is no paid charge ${chargeId}`);
  if (charge.disputed) throw new Error(`charge ${chargeId} is disputed already`);
  const dispute = store(call, {
    ...newDispute(call, charge, reason),
    is_charge_refundable: inquiry,
    status: inquiry ? 'warning_needs_response' : 'needs_response',
  });
  if (inquiry) {
    call.emit('charge.dispute.created', dispute);
    return dispute;
  }
  markDisputed(call, charge);
  const taken = book(call, dispute, { amount: -dispute.amount, fee: FEE });
  call.emit('charge.dispute.created', taken);
  call.emit('charge.dispute.funds_withdrawn', taken);
  return taken;
}

/** An inquiry that was not settled becomes a dispute. */
export function escalateInquiry(call: Call, dispute: Stripe.Dispute): Stripe.Dispute {
  if (dispute.status !== 'warning_needs_response') throw new Error(`${dispute.id} is no open inquiry`);
  const charge = call.objects.charges.get(idOf(dispute.charge) ?? '');
  if (charge) markDisputed(call, charge);
  const open: Stripe.Dispute = { ...dispute, is_charge_refundable: false, status: 'needs_response' };
  const taken = book(call, open, { amount: -dispute.amount, fee: FEE });
  call.emit('charge.dispute.funds_withdrawn', taken);
  return taken;
}

/** The bank decides a dispute, or an inquiry ends. What was won comes back, without the fee. */
export function closeDispute(call: Call, dispute: Stripe.Dispute, end: DisputeEnd): Stripe.Dispute {
  const isInquiry = dispute.status === 'warning_needs_response';
  if (dispute.status !== 'needs_response' && !isInquiry) throw new Error(`${dispute.id} is closed already`);
  if (isInquiry !== (end === 'warning_closed')) {
    throw new Error(`${dispute.id} is ${isInquiry ? 'an' : 'no'} inquiry and cannot end as ${end}`);
  }
  const closed: Stripe.Dispute = { ...dispute, status: end };
  const settled =
    end === 'won' ? book(call, closed, { amount: dispute.amount, fee: 0 }) : store(call, closed);
  call.emit('charge.dispute.closed', settled);
  if (end === 'won') call.emit('charge.dispute.funds_reinstated', settled);
  return settled;
}

function book(call: Call, dispute: Stripe.Dispute, { amount, fee }: { amount: number; fee: number }) {
  const { id, currency, balance_transactions: earlier } = dispute;
  const booking = bookDispute(call, { id, amount, fee, currency });
  return store(call, { ...dispute, balance_transactions: [...earlier, booking] });
}

function store(call: Call, dispute: Stripe.Dispute): Stripe.Dispute {
  call.objects.disputes.set(dispute.id, dispute);
  return dispute;
}

function markDisputed(call: Call, charge: Stripe.Charge): void {
  call.objects.charges.set(charge.id, { ...charge, disputed: true });
}

function newDispute(call: Call, charge: Stripe.Charge, reason: string): Stripe.Dispute {
  return {
    id: newId('du'),
    object: 'dispute',
    amount: charge.amount_captured - charge.amount_refunded,
    balance_transactions: [],
    charge: charge.id,
    created: call.now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: {
      access_activity_log: null,
      billing_address: null,
      cancellation_policy: null,
      cancellation_policy_disclosure: null,
      cancellation_rebuttal: null,
      customer_communication: null,
      customer_email_address: charge.billing_details.email,
      customer_name: charge.billing_details.name,
      customer_purchase_ip: null,
      customer_signature: null,
      duplicate_charge_documentation: null,
      duplicate_charge_explanation: null,
      duplicate_charge_id: null,
      enhanced_evidence: {},
      product_description: charge.description,
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
    },
    evidence_details: {
      due_by: call.now + DAYS_TO_ANSWER * DAY_SECONDS,
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
    payment_intent: charge.payment_intent,
    payment_method_details: {
      card: {
        brand: charge.payment_method_details?.card?.brand ?? 'visa',
        case_type: 'chargeback',
        network: charge.payment_method_details?.card?.network ?? 'visa',
        network_reason_code: '10.4',
      },
      type: 'card',
    },
    reason,
    status: 'needs_response',
  };
}

import type Stripe from 'stripe';
import type { z } from 'zod';
import { endpoint, type Endpoint } from '../api/endpoint';
import { ApiError, invalidRequest, resourceMissing } from '../api/errors';
import { integer, mergeMetadata, metadata, oneOf, text } from '../api/parameters';
import { newId } from '../ids';
import { bookRefund } from '../payments/balance';
import { idOf, type Call } from '../world';
import { findCharge } from './charges';

const createFields = {
  amount: integer(1).optional(),
  charge: text().optional(),
  metadata: metadata().optional(),
  payment_intent: text().optional(),
  reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer').optional(),
};

type NewRefund = z.output<z.ZodObject<typeof createFields>>;

function chargeToRefund(call: Call, given: NewRefund): Stripe.Charge {
  if (given.charge !== undefined) return findCharge(call, given.charge, 'charge');
  if (given.payment_intent === undefined) {
    throw invalidRequest(
      'One of the following params should be provided for this request: payment_intent or charge.',
      { code: 'parameter_missing' },
    );
  }
  const intent = call.objects.paymentIntents.get(given.payment_intent);
  if (!intent) throw resourceMissing('payment_intent', given.payment_intent, 'payment_intent', 400);
  const charge = call.objects.charges.get(idOf(intent.latest_charge) ?? '');
  if (!charge) {
    throw invalidRequest(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
      code: 'payment_intent_unexpected_state',
      param: 'payment_intent',
    });
  }
  return charge;
}

/** The amount to give back, in minor units: all that is left unless a part is asked for. */
function amountToRefund(charge: Stripe.Charge, asked: number | undefined): number {
  const left = charge.amount_captured - charge.amount_refunded;
  if (!charge.paid) {
    throw invalidRequest(`Charge ${charge.id} has not been paid and cannot be refunded.`, {
      code: 'charge_not_refundable',
    });
  }
  if (charge.disputed) {
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  }
  if (left === 0) {
    throw new ApiError(400, {
      type: 'invalid_request_error',
      code: 'charge_already_refunded',
      message: `Charge ${charge.id} has already been refunded.`,
    });
  }
  const amount = asked ?? left;
  if (amount > left) {
    throw invalidRequest(
      `Refund amount (${amount} ${charge.currency}) is greater than unrefunded amount on charge ` +
        `(${left} ${charge.currency})`,
      { param: 'amount' },
    );
  }
  return amount;
}

function destinationOf(charge: Stripe.Charge): Stripe.Refund.DestinationDetails {
  const type = charge.payment_method_details?.type ?? 'card';
  if (type !== 'card') return { type };
  const card = { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' };
  return { card: { ...card, type: 'refund' }, type };
}

function create(call: Call, given: NewRefund): Stripe.Refund {
  const charge = chargeToRefund(call, given);
  const amount = amountToRefund(charge, given.amount);
  const id = newId(charge.payment_method_details?.type === 'card' ? 're' : 'pyr');
  const refund: Stripe.Refund = {
    id,
    object: 'refund',
    amount,
    balance_transaction: bookRefund(call, { id, charge: charge.id, amount, currency: charge.currency }),
    charge: charge.id,
    created: call.now,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: destinationOf(charge),
    metadata: mergeMetadata({}, given.metadata),
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: given.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'succeeded',
    transfer_reversal: null,
  };
  const refunded = charge.amount_refunded + amount;
  const left: Stripe.Charge = {
    ...charge,
    amount_refunded: refunded,
    refunded: refunded === charge.amount_captured,
  };
  call.objects.refunds.set(id, refund);
  call.objects.charges.set(charge.id, left);
  call.emit('charge.refunded', left, {
    amount_refunded: charge.amount_refunded,
    ...(left.refunded && { refunded: false }),
  });
  call.emit('refund.created', refund);
  return refund;
}

export const refundEndpoints: readonly Endpoint[] = [
  endpoint('post', '/refunds', createFields, create),
  endpoint('get', '/refunds/:id', {}, (call, _given, id) => {
    const refund = call.objects.refunds.get(id);
    if (!refund) throw resourceMissing('refund', id, 'id', 404);
    return refund;
  }),
];

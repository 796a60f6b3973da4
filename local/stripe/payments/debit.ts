import type Stripe from 'stripe';
import { docUrl } from '../api/errors';
import { newId } from '../ids';
import { idOf, type Call } from '../world';
import { bookCharge } from './balance';
import type { CardFailure } from './card-error';
import { createCharge } from './charge';
import { reportLatePayment, sessionOfIntent } from './checkout-session';
import { failPayment, succeedPayment } from './pay';
import { attachPaymentMethod } from './payment-method';

/** A SEPA debit: the way to pay that settles days later, as the stand-in has it. It takes euros only. */
export const DEBIT_CURRENCY = 'eur';

/** Stores a debit of Stripe's test account DE89 3704 0044 0532 0130 00. */
export function createDebitMethod(
  call: Call,
  { name, email }: { name: string | null; email: string | null },
): Stripe.PaymentMethod {
  const method: Stripe.PaymentMethod = {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: { address: null, email, name, phone: null, tax_id: null },
    created: call.now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    sepa_debit: {
      bank_code: '37040044',
      branch_code: '',
      country: 'DE',
      fingerprint: 'vifs0Ho7vwRn1Miu',
      generated_from: null,
      last4: '3000',
    },
    type: 'sepa_debit',
  };
  call.objects.paymentMethods.set(method.id, method);
  return method;
}

/** The customer has agreed to be debited; whether the bank pays is told by `settleDebit`. */
export function promiseDebit(
  call: Call,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): Stripe.PaymentIntent {
  const charge = createCharge(call, { intent, method, decline: null, authenticated: false, pending: true });
  const promised: Stripe.PaymentIntent = {
    ...intent,
    last_payment_error: null,
    latest_charge: charge.id,
    payment_method: method.id,
    status: 'processing',
  };
  call.objects.paymentIntents.set(intent.id, promised);
  const customerId = idOf(intent.customer);
  if (intent.setup_future_usage !== null && customerId !== null)
    attachPaymentMethod(call, method, customerId);
  else call.objects.spentMethods.add(method.id);
  call.emit('charge.pending', charge);
  call.emit('payment_intent.processing', promised);
  return promised;
}

/** The bank has paid a debit, or has not, some days after it was promised. */
export function settleDebit(
  call: Call,
  intent: Stripe.PaymentIntent,
  outcome: 'succeeded' | 'failed',
): Stripe.PaymentIntent {
  const charge = call.objects.charges.get(idOf(intent.latest_charge) ?? '');
  if (intent.status !== 'processing' || !charge) throw new Error(`${intent.id} has no debit on its way`);
  const settled = outcome === 'succeeded' ? pay(call, intent, charge) : bounce(call, intent, charge);
  const session = sessionOfIntent(call, intent.id);
  if (session) reportLatePayment(call, session);
  return settled;
}

function pay(call: Call, intent: Stripe.PaymentIntent, charge: Stripe.Charge): Stripe.PaymentIntent {
  const paid = bookCharge(call, { ...charge, paid: true, status: 'succeeded' });
  call.emit('charge.succeeded', paid);
  return succeedPayment(call, intent, paid);
}

function bounce(call: Call, intent: Stripe.PaymentIntent, charge: Stripe.Charge): Stripe.PaymentIntent {
  const method = call.objects.paymentMethods.get(idOf(charge.payment_method) ?? '');
  if (!method) throw new Error(`charge ${charge.id} has no payment method`);
  const code = 'payment_method_provider_decline';
  const failure: CardFailure = {
    type: 'invalid_request_error',
    charge: charge.id,
    code,
    doc_url: docUrl(code),
    message: 'The bank of the customer declined the debit.',
    payment_method: method,
  };
  const failed: Stripe.Charge = {
    ...charge,
    failure_code: code,
    failure_message: failure.message,
    status: 'failed',
  };
  call.objects.charges.set(charge.id, failed);
  call.emit('charge.failed', failed);
  return failPayment(call, intent, failure, {}).intent;
}

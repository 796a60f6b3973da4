import type Stripe from 'stripe';
import { authenticationRequired, type Decline } from '../test-cards';
import { idOf, type Call } from '../world';
import { bookCharge, bookChargeLater } from './balance';
import { authenticationFailed, declined, type CardFailure } from './card-error';
import { createCharge } from './charge';
import { openDispute } from './dispute';
import { attachPaymentMethod, cardOnFile, needsAuthentication, rememberUse } from './payment-method';

/** What an attempt left behind: the intent as it is now, and why it failed, if it did. */
export interface PaymentResult {
  intent: Stripe.PaymentIntent;
  failure: CardFailure | null;
}

export interface PaymentAttempt {
  method: Stripe.PaymentMethod;
  /** The customer is not there to confirm. */
  offSession: boolean;
  /** Shown where the customer has to confirm; undefined where a script of Stripe's would. */
  returnUrl?: string | undefined;
}

/** Tries to pay an intent: paid, refused, or waiting for the customer to confirm with the bank. */
export function attemptPayment(
  call: Call,
  intent: Stripe.PaymentIntent,
  { method, offSession, returnUrl }: PaymentAttempt,
): PaymentResult {
  const needed = needsAuthentication(call.objects, method.id, offSession);
  if (needed && !offSession) {
    return { intent: requireAction(call, intent, method, returnUrl), failure: null };
  }
  const decline = needed ? authenticationRequired : cardOnFile(call.objects, method.id).card.decline;
  return settle(call, intent, method, decline, false);
}

/** Takes the outcome of the 3D Secure step of an intent that waits for it. */
export function finishPaymentAuthentication(
  call: Call,
  intent: Stripe.PaymentIntent,
  passed: boolean,
): PaymentResult {
  const method = call.objects.paymentMethods.get(idOf(intent.payment_method) ?? '');
  if (!method) throw new Error(`payment intent ${intent.id} waits without a payment method`);
  if (passed) return settle(call, intent, method, cardOnFile(call.objects, method.id).card.decline, true);
  return failPayment(call, intent, authenticationFailed('payment', method), {});
}

/** Where the 3D Secure step of an intent takes place. */
export function authenticationUrl(call: Pick<Call, 'baseUrl'>, intentId: string): string {
  return `${call.baseUrl}/c/authenticate/${intentId}`;
}

/** What `next_action` says: a page to send the customer to, or what Stripe's own script needs to show it. */
export function authenticationStep(call: Call, intentId: string, returnUrl: string | undefined) {
  const url = authenticationUrl(call, intentId);
  if (returnUrl === undefined) {
    return {
      type: 'use_stripe_sdk',
      use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url, source: intentId },
    };
  }
  call.objects.returnUrls.set(intentId, returnUrl);
  return { type: 'redirect_to_url', redirect_to_url: { return_url: returnUrl, url } };
}

function requireAction(
  call: Call,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  returnUrl: string | undefined,
): Stripe.PaymentIntent {
  const waiting: Stripe.PaymentIntent = {
    ...intent,
    last_payment_error: null,
    next_action: authenticationStep(call, intent.id, returnUrl),
    payment_method: method.id,
    status: 'requires_action',
  };
  call.objects.paymentIntents.set(intent.id, waiting);
  call.emit('payment_intent.requires_action', waiting);
  return waiting;
}

function settle(
  call: Call,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline | null,
  authenticated: boolean,
): PaymentResult {
  const charge = createCharge(call, { intent, method, decline, authenticated });
  if (decline) {
    call.emit('charge.failed', charge);
    return failPayment(call, intent, declined(decline, method, charge.id), { latest_charge: charge.id });
  }
  const booksAtOnce = intent.capture_method === 'automatic';
  call.emit('charge.succeeded', booksAtOnce ? bookCharge(call, charge) : charge);
  keepMethod(call, intent, method, authenticated);
  const paid = succeedPayment(call, intent, charge);
  if (!booksAtOnce) bookChargeLater(call, charge.id);
  const { objection } = cardOnFile(call.objects, method.id).card;
  if (objection !== 'none') {
    call.later((step) => {
      openDispute(step, charge.id, { reason: 'fraudulent', inquiry: objection === 'inquiry' });
    });
  }
  return { intent: paid, failure: null };
}

/** Closes an intent whose charge has gone through. */
export function succeedPayment(
  call: Call,
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge,
): Stripe.PaymentIntent {
  const paid: Stripe.PaymentIntent = {
    ...intent,
    amount_received: intent.amount,
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: idOf(charge.payment_method),
    processing: null,
    status: 'succeeded',
  };
  call.objects.paymentIntents.set(intent.id, paid);
  call.emit('payment_intent.succeeded', paid);
  return paid;
}

function keepMethod(
  call: Call,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  authenticated: boolean,
): void {
  const customerId = idOf(intent.customer);
  const saves = intent.setup_future_usage !== null && customerId !== null;
  if (saves) attachPaymentMethod(call, method, customerId);
  call.objects.spentMethods.add(method.id);
  if (authenticated && intent.setup_future_usage === 'off_session') {
    rememberUse(call, method.id, { isSetUp: true });
  }
}

/** Leaves an intent open after an attempt that failed. */
export function failPayment(
  call: Call,
  intent: Stripe.PaymentIntent,
  failure: CardFailure,
  changes: Partial<Stripe.PaymentIntent>,
): PaymentResult {
  const failed: Stripe.PaymentIntent = {
    ...intent,
    ...changes,
    last_payment_error: failure,
    next_action: null,
    payment_method: null,
    processing: null,
    status: 'requires_payment_method',
  };
  call.objects.paymentIntents.set(intent.id, failed);
  call.emit('payment_intent.payment_failed', failed);
  return { intent: failed, failure };
}

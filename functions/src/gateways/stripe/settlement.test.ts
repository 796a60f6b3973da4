import type Stripe from 'stripe';
import {
  aCharge,
  aCheckoutSession,
  aDeclinedPaymentIntent,
  aPaymentIntent,
} from '../../testing/stripe-factories';
import { intentSettlement, refundedTotal, sessionSettlement } from './settlement';

const payment = {
  paymentId: 'payment-1',
  owner: { userId: 'user-1', invoiceIds: ['invoice-1'], currency: 'TRY' },
};
const SUCCEEDED = { kind: 'PAYMENT_SUCCEEDED', payment, amount: 12_000, currency: 'TRY', isTest: true };
const PROCESSING = { kind: 'PAYMENT_PROCESSING', payment };
const failed = (reason: string) => ({ kind: 'PAYMENT_FAILED', payment, reason, isFinal: true });

test.each<[string, Stripe.PaymentIntent, object]>([
  ['succeeded', aPaymentIntent(), SUCCEEDED],
  ['succeeded in live mode', aPaymentIntent({ livemode: true }), { ...SUCCEEDED, isTest: false }],
  ['processing', aPaymentIntent({ status: 'processing' }), PROCESSING],
  ['declined', aDeclinedPaymentIntent(), failed('FUNDS')],
  [
    'declined until the customer confirms',
    aDeclinedPaymentIntent({ code: 'authentication_required', decline_code: 'authentication_required' }),
    failed('AUTHENTICATION_REQUIRED'),
  ],
  [
    'waiting for the customer',
    aPaymentIntent({ status: 'requires_action' }),
    failed('AUTHENTICATION_REQUIRED'),
  ],
  ['canceled', aPaymentIntent({ status: 'canceled' }), failed('ABANDONED')],
  ['in a state of tomorrow', aPaymentIntent({ status: 'requires_patience' }), failed('GENERAL')],
])('a charge whose intent is %s', (_edge, intent, fact) => {
  expect(intentSettlement(intent, payment)).toMatchObject(fact);
});

test.each<[string, Partial<Stripe.Checkout.Session>, object | null]>([
  ['open', { status: 'open', payment_status: 'unpaid', payment_intent: null }, null],
  [
    'open after a declined card',
    { status: 'open', payment_status: 'unpaid', payment_intent: aDeclinedPaymentIntent() },
    null,
  ],
  ['expired', { status: 'expired', payment_status: 'unpaid', payment_intent: null }, failed('ABANDONED')],
  ['paid', { payment_intent: aPaymentIntent() }, SUCCEEDED],
  [
    'finished with a debit on its way',
    { payment_status: 'unpaid', payment_intent: aPaymentIntent({ status: 'processing' }) },
    PROCESSING,
  ],
  [
    'finished with a transfer that the customer has yet to make',
    { payment_status: 'unpaid', payment_intent: aPaymentIntent({ status: 'requires_action' }) },
    PROCESSING,
  ],
  [
    'finished with a debit that bounced',
    { payment_status: 'unpaid', payment_intent: aDeclinedPaymentIntent() },
    failed('FUNDS'),
  ],
])('a page that is %s', (_edge, session, fact) => {
  const settlement = sessionSettlement(aCheckoutSession(session), payment);
  if (fact === null) expect(settlement).toBeNull();
  else expect(settlement).toMatchObject(fact);
});

test.each<[string, Stripe.Charge | string | null, number | null]>([
  ['its charge expanded', aCharge({ amount_refunded: 4_000 }), 4_000],
  ['nothing refunded', aCharge(), 0],
  ['in króna, which Stripe counts in hundredths', aCharge({ currency: 'isk', amount_refunded: 50_000 }), 500],
  ['never charged', null, null],
  ['its charge not expanded', 'ch_1', null],
])('what was sent back of an intent: %s', (_edge, latest_charge, total) => {
  expect(refundedTotal(aPaymentIntent({ latest_charge }))).toBe(total);
});

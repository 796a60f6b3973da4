import type Stripe from 'stripe';
import type { MinorUnits } from '../../core/money';
import type {
  PaymentFailed,
  PaymentProcessing,
  PaymentReference,
  PaymentSucceeded,
  SettlementFact,
} from '../gateway';
import { fromStripeAmount } from './amount';
import { offSessionFailureOf } from './failure';

/** Money that arrived. `amount` is in Stripe's units, `currency` in its lower case. */
export function succeeded(
  payment: PaymentReference,
  received: { gatewayPaymentId: string; amount: number; currency: string; livemode: boolean },
): PaymentSucceeded {
  const currency = received.currency.toUpperCase();
  const amount = fromStripeAmount(received.amount, currency);
  return {
    kind: 'PAYMENT_SUCCEEDED',
    payment,
    gatewayPaymentId: received.gatewayPaymentId,
    amount,
    charged: amount,
    currency,
    installment: 1,
    isTest: !received.livemode,
    paytrHash: null,
  };
}

export function processing(payment: PaymentReference): PaymentProcessing {
  return { kind: 'PAYMENT_PROCESSING', payment };
}

/** A payment that can no longer be made at Stripe. */
export function failed(payment: PaymentReference, reason: PaymentFailed['reason']): PaymentFailed {
  return { kind: 'PAYMENT_FAILED', payment, reason, isFinal: true };
}

export function intentSucceeded(intent: Stripe.PaymentIntent, payment: PaymentReference): PaymentSucceeded {
  const { id: gatewayPaymentId, amount_received: amount, currency, livemode } = intent;
  return succeeded(payment, { gatewayPaymentId, amount, currency, livemode });
}

/** How far an intent has come that nobody can act on any more: it was confirmed, and its customer is gone. */
export function intentSettlement(intent: Stripe.PaymentIntent, payment: PaymentReference): SettlementFact {
  switch (intent.status) {
    case 'succeeded':
      return intentSucceeded(intent, payment);
    case 'processing':
      return processing(payment);
    case 'requires_action':
      return failed(payment, 'AUTHENTICATION_REQUIRED');
    case 'canceled':
      return failed(payment, 'ABANDONED');
    case 'requires_payment_method':
    case 'requires_confirmation':
    case 'requires_capture':
    default:
      return failed(payment, offSessionFailureOf(intent.last_payment_error));
  }
}

/**
 * How far a Checkout Session has come, its intent expanded; null while the customer can still pay on its page.
 * A finished page whose intent waits for action is one that told the customer where to transfer the money.
 */
export function sessionSettlement(
  session: Stripe.Checkout.Session,
  payment: PaymentReference,
): SettlementFact | null {
  if (session.status === 'expired') return failed(payment, 'ABANDONED');
  const { payment_intent: intent } = session;
  if (session.status !== 'complete' || intent === null || typeof intent === 'string') return null;
  return intent.status === 'requires_action' ? processing(payment) : intentSettlement(intent, payment);
}

/** All that was sent back of an intent's payment, its charge expanded; null when there is none. */
export function refundedTotal(intent: Stripe.PaymentIntent): MinorUnits | null {
  const { latest_charge: charge } = intent;
  if (charge === null || typeof charge === 'string') return null;
  return fromStripeAmount(charge.amount_refunded, charge.currency.toUpperCase());
}

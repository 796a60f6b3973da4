import type { Decision } from '../../core/decision';
import { update } from '../../core/decision';
import { must } from '../../platform/errors';
import type { ErrorCode } from '../../schema/errors';
import type { Invoice } from '../../schema/invoice';
import { paths } from '../../schema/paths';
import type { Payment, PaymentFailure } from '../../schema/payment';
import type { Subscription } from '../../schema/subscription';
import { attemptFailed } from './attempt-failed';
import { lookAgainAt, nextActionOf } from './next-action';
import type { ChargeOrder } from './pay-bill';
import { stateOf } from './subscription-state';

/** Why no payment could be begun, as a failure of the card or of ours. */
const FAILURES: Partial<Record<ErrorCode, PaymentFailure>> = {
  PAYMENT_METHOD_NOT_FOUND: 'NOT_ALLOWED',
  PAYMENT_METHOD_REFUSED: 'NOT_ALLOWED',
  PAYMENT_METHOD_EXPIRED: 'EXPIRED_CARD',
  CURRENCY_UNSUPPORTED: 'CURRENCY',
  SAVED_METHODS_OFF: 'OUTAGE',
  GATEWAY_NOT_CONFIGURED: 'OUTAGE',
  GATEWAY_DECLINED: 'OUTAGE',
};

/**
 * The attempt came to nothing before there was a payment: the card is gone, or the invoice is being paid otherwise. Of an
 * attempt whose payment exists, that payment tells.
 */
export function attemptRefused(
  documents: {
    readonly subscription: Subscription | null;
    readonly invoice: Invoice | null;
    readonly payment: Payment | null;
  },
  { order, code }: { readonly order: ChargeOrder; readonly code: ErrorCode },
  now: Date,
): Decision<null> {
  const { subscriptionId, paymentId } = order;
  const { subscription: found, invoice, payment } = documents;
  if (found?.attempt?.paymentId !== paymentId || payment !== null) return { writes: [], result: null };
  const subscription = { ...found, id: subscriptionId };
  const reason = FAILURES[code];
  if (reason !== undefined) {
    const { amountDue: due } = must(invoice, 'INVOICE_NOT_FOUND', { invoiceId: order.invoiceId });
    return { writes: attemptFailed(subscription, { paymentId, reason, due }, now), result: null };
  }
  const isDunned = subscription.openInvoiceId !== null && subscription.status !== 'SUSPENDED';
  const nextActionAt =
    isDunned || stateOf(subscription) === 'NOT_STARTED' ? lookAgainAt(now) : nextActionOf(subscription, now);
  const path = paths.subscription(subscriptionId);
  return { writes: [update(path, { attempt: null, nextActionAt })], result: null };
}

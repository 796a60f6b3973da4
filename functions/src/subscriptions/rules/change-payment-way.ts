import type { Decision } from '../../core/decision';
import { update } from '../../core/decision';
import { auditWrite } from '../../finance/rules/audit';
import type { Actor } from '../../finance/rules/audit';
import type { SubscriptionWithId } from '../../notifications/rules/subscription-event';
import { BillingError } from '../../platform/errors';
import type { Invoice } from '../../schema/invoice';
import { paths } from '../../schema/paths';
import type { PaymentMethod } from '../../schema/payment-method';
import type { ChangePaymentWayRequest, Subscription, SubscriptionStatus } from '../../schema/subscription';
import { wayOf } from './create-subscription';
import { ownSubscription } from './own-subscription';
import type { ChargeOrder, MeansToPay } from './pay-bill';
import { payBill } from './pay-bill';
import { assertSubscriptionAllows } from './subscription-state';

export interface PaymentWayDocuments extends MeansToPay {
  readonly subscription: Subscription | null;
  readonly openInvoice: Invoice | null;
  /** The card that is named, if one is. */
  readonly method: PaymentMethod | null;
}

type Retried = Decision<{ status: SubscriptionStatus; order: ChargeOrder | null }>;

/**
 * Says how a subscription is paid from now on, and tries at once to pay what is open.
 * @throws BillingError PAYMENT_METHOD_NOT_FOUND also for somebody else's card; SUBSCRIPTION_CANCELLED;
 *   SUBSCRIPTION_NOT_FOUND.
 */
export function changePaymentWay(
  documents: PaymentWayDocuments,
  { request, actor }: { readonly request: ChangePaymentWayRequest; readonly actor: Actor },
  now: Date,
): Retried {
  const { subscriptionId, paymentMethodId } = request;
  const subscription = ownSubscription(documents.subscription, subscriptionId, actor);
  assertSubscriptionAllows('changePaymentWay', subscription);
  if (paymentMethodId !== null && paymentMethodId !== undefined) {
    const { method } = documents;
    if (method?.userId !== subscription.userId || method.removedAt !== null) {
      throw new BillingError('PAYMENT_METHOD_NOT_FOUND', { paymentMethodId });
    }
  }
  const paymentWay = wayOf(request);
  const path = paths.subscription(subscriptionId);
  const { writes, result } = retryNow({ ...subscription, paymentWay }, documents, now);
  return {
    writes: [
      update(path, { paymentWay }),
      ...writes,
      auditWrite(actor, 'subscription.changePaymentWay', path),
    ],
    result,
  };
}

/**
 * Tries to pay the open invoice now, with a card that has not been refused: the customer has another one. The calendar
 * stays as it is; when this try fails too, its next step comes when it would have come.
 */
export function retryNow(
  subscription: SubscriptionWithId,
  { openInvoice: invoice, wallet, identity }: Omit<PaymentWayDocuments, 'subscription' | 'method'>,
  now: Date,
): Retried {
  const { openInvoiceId: invoiceId, attempt, status } = subscription;
  const isOpen = invoiceId !== null && invoice !== null && invoice.processingPaymentIds.length === 0;
  if (!isOpen || attempt !== null || status === 'CANCELLED') {
    return { writes: [], result: { status, order: null } };
  }
  const { writes, how, order } = payBill(subscription, { invoiceId, invoice }, { wallet, identity }, now);
  return { writes, result: { status: how === 'SETTLED' ? 'ACTIVE' : status, order } };
}

import type { Fields, Write } from '../../core/decision';
import { update } from '../../core/decision';
import type { SubscriptionWithId } from '../../notifications/rules/subscription-event';
import { amountOwed } from '../../invoices/rules/settle-invoice';
import { payFromWallet } from '../../payments/rules/pay-from-wallet';
import type { Invoice } from '../../schema/invoice';
import { paths } from '../../schema/paths';
import type { Subscription, SubscriptionAttempt } from '../../schema/subscription';
import type { GatewayIdentity } from '../../schema/user';
import type { Wallet } from '../../schema/wallet';
import { orderAgainAt } from './next-action';
import { recover } from './recover';
import { openAtStripe } from './stripe/billed-by-stripe';
import { attemptPaymentId } from './subscription-id';

/** What an invoice of a subscription can be paid with, without asking the customer. */
export interface MeansToPay {
  readonly wallet: Wallet | null;
  readonly identity: GatewayIdentity | null;
}

/** A card to be charged once the intent is stored: the runner's part. */
export interface ChargeOrder extends SubscriptionAttempt {
  readonly subscriptionId: string;
  readonly userId: string;
  readonly useWallet: boolean;
  /** Stripe's own invoice, which is to be paid instead of charging the card for ours; null where there is none. */
  readonly gatewayInvoiceId: string | null;
  /** Numbers the payments that are begun for the subscription. */
  readonly number: number;
}

export interface PaidBill {
  readonly writes: readonly Write[];
  /** SETTLED: paid. CHARGE: `order` is to be carried out. OPEN: the customer has to pay. */
  readonly how: 'SETTLED' | 'CHARGE' | 'OPEN';
  readonly order: ChargeOrder | null;
}

/**
 * Begins to pay an invoice that is the subscription's to pay: nothing when nothing is due, from the wallet when it
 * covers all and the customer wants it to, else by the card. The intent to charge is stored as the subscription's one
 * `attempt`, and carried out after the commit.
 *
 * @param subscription As the writes before these leave it.
 */
export function payBill(
  subscription: SubscriptionWithId,
  { invoiceId, invoice }: { readonly invoiceId: string; readonly invoice: Invoice },
  means: MeansToPay,
  now: Date,
): PaidBill {
  const { id, userId, currency, organizationId, paymentWay, attemptCount } = subscription;
  const amount = amountOwed(invoice);
  if (amount === 0) {
    const paid = { invoiceId, total: invoice.total, paymentId: null };
    return { writes: recover(subscription, paid, now), how: 'SETTLED', order: null };
  }
  const number = attemptCount + 1;
  const paymentId = attemptPaymentId(id, number);
  const { wallet } = means;
  if (paymentWay.useWallet && (wallet?.balance ?? 0) >= amount) {
    const subject = { id: invoiceId, invoice, subscription };
    const purchase = {
      userId,
      currency,
      organizationId,
      isTest: false,
      paymentId,
      invoices: [subject],
      amount,
    };
    return {
      writes: [
        ...payFromWallet(purchase, wallet, now),
        update(paths.subscription(id), { attemptCount: number }),
      ],
      how: 'SETTLED',
      order: null,
    };
  }
  const paymentMethodId = cardOf(subscription, means.identity);
  if (paymentMethodId === null) return { writes: [], how: 'OPEN', order: null };
  const attempt: SubscriptionAttempt = { paymentId, invoiceId, paymentMethodId };
  const begun = {
    attempt,
    attemptCount: number,
    nextActionAt: orderAgainAt(now),
  } satisfies Partial<Fields<Subscription>>;
  return {
    writes: [update(paths.subscription(id), begun)],
    how: 'CHARGE',
    order: orderOf({ ...subscription, ...begun }, attempt),
  };
}

export function orderOf(subscription: SubscriptionWithId, attempt: SubscriptionAttempt): ChargeOrder {
  const { id: subscriptionId, userId, paymentWay, attemptCount: number } = subscription;
  const gatewayInvoiceId = openAtStripe(subscription, attempt.invoiceId);
  return { ...attempt, subscriptionId, userId, useWallet: paymentWay.useWallet, gatewayInvoiceId, number };
}

/** The card to charge now, or null: payment by link, no card kept, or one that was refused for good. */
function cardOf({ paymentWay, dunning }: Subscription, identity: GatewayIdentity | null): string | null {
  if (paymentWay.kind === 'LINK') return null;
  const paymentMethodId = paymentWay.paymentMethodId ?? defaultMethodOf(identity);
  return paymentMethodId === dunning?.refusedMethodId ? null : paymentMethodId;
}

function defaultMethodOf(identity: GatewayIdentity | null): string | null {
  return identity?.defaultPaymentMethodId ?? null;
}

import { minorUnits } from '../../core/money';
import { startOfDay } from '../../core/calendar';
import type { SubscriptionInvoiceNews, SubscriptionNews } from '../../gateways/gateway';
import type { StripeBilling, StripeTerms, Subscription } from '../../schema/subscription';
import { aSubscription, someTerms } from './subscription-factory';

export const BILLED_ID = 'sub000000000001';
export const GATEWAY_SUBSCRIPTION_ID = 'sub_1Q0000000000000000000001';

/** 100,00 TRY a month and 20 % VAT, by a kept card, until 10 April 2026. */
export function someStripeTerms(override: Partial<StripeTerms> = {}): StripeTerms {
  return {
    ...someTerms(),
    paymentMethodId: 'stripe_pm_1',
    gatewayMethodId: 'pm_1',
    periodEnd: startOfDay('2026-04-10'),
    cancelAtPeriodEnd: false,
    isPaused: false,
    ...override,
  };
}

export function someStripeBilling(override: Partial<StripeBilling> = {}): StripeBilling {
  return {
    told: someStripeTerms(),
    order: null,
    orderCount: 1,
    openInvoice: null,
    isRefused: false,
    ...override,
  };
}

/** A subscription whose next period, from 10 April 2026, Stripe is to begin. */
export function aBilledSubscription(override: Partial<Subscription> = {}): Subscription {
  return aSubscription({
    stripeSubscriptionId: GATEWAY_SUBSCRIPTION_ID,
    stripe: someStripeBilling(),
    ...override,
  });
}

/** News of the invoice of that period: open unless another kind is asked for. */
export function invoiceNews(override: Partial<SubscriptionInvoiceNews> = {}): SubscriptionInvoiceNews {
  const kind = override.kind ?? 'SUBSCRIPTION_INVOICE_OPEN';
  return {
    kind,
    subscription: { subscriptionId: BILLED_ID, gatewaySubscriptionId: GATEWAY_SUBSCRIPTION_ID },
    agreement: { userId: 'user-1', organizationId: null, terms: someTerms() },
    gatewayInvoiceId: 'in_april',
    gatewayPaymentId: kind === 'SUBSCRIPTION_INVOICE_PAID' ? 'pi_april' : null,
    period: { start: startOfDay('2026-04-10'), end: startOfDay('2026-05-10') },
    amount: minorUnits(12_000),
    currency: 'TRY',
    isTest: true,
    reason: kind === 'SUBSCRIPTION_INVOICE_FAILED' ? 'FUNDS' : null,
    ...override,
  };
}

/** News of the subscription as it is after our first order. */
export function subscriptionNews(
  override: Partial<SubscriptionNews> = {},
): SubscriptionNews & { readonly id: string } {
  return {
    id: 'evt_1',
    kind: 'SUBSCRIPTION_CHANGED',
    subscription: { subscriptionId: BILLED_ID, gatewaySubscriptionId: GATEWAY_SUBSCRIPTION_ID },
    status: 'active',
    currentPeriod: { start: startOfDay('2026-03-10'), end: startOfDay('2026-04-10') },
    cancelAtPeriodEnd: false,
    orderNumber: 1,
    ...override,
  };
}

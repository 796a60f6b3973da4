import { startOfDay } from '../../core/calendar';
import { minorUnits } from '../../core/money';
import type { Plan } from '../../schema/plan';
import type { Subscription, SubscriptionTerms } from '../../schema/subscription';

const stamps = { createdAt: new Date('2026-02-10T10:00:00Z'), updatedAt: new Date('2026-02-10T10:00:00Z') };

/** 100,00 TRY a month and 20 % VAT, without a trial. */
export function aPlan(override: Partial<Plan> = {}): Plan {
  return {
    name: 'Pro',
    description: '2 vCPU, 4 GB',
    billingPeriod: 'monthly',
    price: minorUnits(10_000),
    currency: 'TRY',
    taxRate: 20,
    features: ['2 vCPU', '4 GB'],
    trialDays: 0,
    isActive: true,
    ...stamps,
    ...override,
  };
}

export function someTerms(override: Partial<SubscriptionTerms> = {}): SubscriptionTerms {
  return {
    planId: 'pro',
    planName: 'Pro',
    billingPeriod: 'monthly',
    price: minorUnits(10_000),
    taxRate: 20,
    ...override,
  };
}

/** Paid and running since 10 February 2026, from 10 March to 10 April; the customer's default card pays. */
export function aSubscription(override: Partial<Subscription> = {}): Subscription {
  return {
    userId: 'user-1',
    organizationId: null,
    ...someTerms(),
    currency: 'TRY',
    locale: 'tr',
    buyer: {
      name: 'Ayşe Yılmaz',
      email: 'ayse@customer.example',
      country: 'TR',
      address: 'Moda Caddesi 12\n34710 İstanbul',
      taxId: null,
      taxOffice: null,
    },
    status: 'ACTIVE',
    startedAt: new Date('2026-02-10T10:00:00Z'),
    anchorDay: 10,
    currentPeriodStart: startOfDay('2026-03-10'),
    currentPeriodEnd: startOfDay('2026-04-10'),
    trialEnd: null,
    cancelAtPeriodEnd: false,
    cancelledAt: null,
    cancelReason: null,
    pendingTerms: null,
    pendingUpgrade: null,
    stripeSubscriptionId: null,
    stripe: null,
    paymentWay: { kind: 'CARD', paymentMethodId: null, useWallet: false },
    openInvoiceId: null,
    attempt: null,
    attemptCount: 0,
    upgradeCount: 0,
    dunning: null,
    suspendedAt: null,
    nextActionAt: startOfDay('2026-04-03'),
    ...stamps,
    ...override,
  };
}

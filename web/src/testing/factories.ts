import { startOfDay } from '@hyble/billing-functions/src/core/calendar';
import { minorUnits } from '@hyble/billing-functions/src/core/money';
import type { Invoice } from '@hyble/billing-functions/src/schema/invoice';
import type { Payment } from '@hyble/billing-functions/src/schema/payment';
import type { CreditNote } from '@hyble/billing-functions/src/schema/credit-note';
import type { PaymentMethod } from '@hyble/billing-functions/src/schema/payment-method';
import type { Plan } from '@hyble/billing-functions/src/schema/plan';
import type { Refund } from '@hyble/billing-functions/src/schema/refund';
import type { User } from '@hyble/billing-functions/src/schema/user';
import type { DunningAttempt, Subscription } from '@hyble/billing-functions/src/schema/subscription';
import type { WalletEntry } from '@hyble/billing-functions/src/schema/wallet';
import type { Stored } from '../lib/documents';
import type { BankTransaction } from '@hyble/billing-functions/src/schema/bank-transaction';
import type { Difference } from '@hyble/billing-functions/src/schema/difference';
import type { GatewayEventRecord } from '@hyble/billing-functions/src/schema/gateway-event';

const NOON = new Date('2026-11-20T09:00:00Z');

/** A customer in Turkey, a person. */
export function userWith(override: Partial<Stored<User>> = {}): Stored<User> {
  return {
    id: 'ayse',
    email: 'ayse@hyble.example',
    displayName: 'Ayşe Yıldız',
    country: 'TR',
    locale: 'tr',
    currency: 'TRY',
    taxId: null,
    taxOffice: null,
    address: {
      line1: 'Gülçiçek Sokak 7',
      line2: null,
      postalCode: '34710',
      city: 'Kadıköy / İstanbul',
    },
    organizationIds: [],
    createdAt: NOON,
    updatedAt: NOON,
    ...override,
  };
}

/** An issued invoice over 1.200,00 lira with one line at 20 % VAT. */
export function invoiceWith(override: Partial<Stored<Invoice>> = {}): Stored<Invoice> {
  return {
    id: 'invoice-1',
    invoiceNumber: 'HYB-202611-0042',
    type: 'STANDARD',
    userId: 'ayse',
    organizationId: null,
    subscriptionId: null,
    items: [
      {
        productId: null,
        description: 'Bulut sunucu',
        quantity: 2,
        unitPrice: minorUnits(50_000),
        taxRate: 20,
        taxAmount: minorUnits(20_000),
        total: minorUnits(120_000),
      },
    ],
    subtotal: minorUnits(100_000),
    taxRate: 20,
    taxes: [{ rate: 20, base: minorUnits(100_000), amount: minorUnits(20_000) }],
    taxTotal: minorUnits(20_000),
    total: minorUnits(120_000),
    amountPaid: minorUnits(0),
    amountCredited: minorUnits(0),
    amountDue: minorUnits(120_000),
    currency: 'TRY',
    locale: 'tr',
    status: 'PENDING',
    issueDate: NOON,
    // Far ahead of every run of the tests, so that nothing is late.
    dueDate: startOfDay('2099-03-05'),
    paidAt: null,
    cancelledAt: null,
    processingPaymentIds: [],
    notes: null,
    seller: {
      name: 'Hyble Bilişim A.Ş.',
      email: 'fatura@hyble.example',
      country: 'TR',
      address: 'Çınarlı Sokak 12\n34000 Şişli',
      taxId: '4740512697',
      taxOffice: 'Zincirlikuyu',
    },
    buyer: {
      name: 'Ayşe Yıldız',
      email: 'ayse@hyble.example',
      country: 'TR',
      address: 'Gülçiçek Sokak 7',
      taxId: null,
      taxOffice: null,
    },
    createdAt: NOON,
    updatedAt: NOON,
    ...override,
  };
}

/** A PayTR payment of the whole invoice, begun and not finished. */
export function paymentWith(override: Partial<Stored<Payment>> = {}): Stored<Payment> {
  return {
    id: 'payment-1',
    userId: 'ayse',
    organizationId: null,
    gateway: 'paytr',
    gatewayPaymentId: null,
    gatewayCheckoutId: null,
    isTest: false,
    invoiceIds: ['invoice-1'],
    installment: 1,
    paytrHash: null,
    amount: minorUnits(120_000),
    surcharge: minorUnits(0),
    fee: null,
    refundedAmount: minorUnits(0),
    gatewayRefundedAmount: minorUnits(0),
    pendingRefund: null,
    disputes: [],
    currency: 'TRY',
    status: 'PENDING',
    paymentMethodId: null,
    allocations: [],
    creditedToWallet: minorUnits(0),
    refundedFromWallet: minorUnits(0),
    walletPart: null,
    partOf: null,
    checkout: {
      kind: 'IFRAME',
      method: 'card',
      url: 'https://paytr.example/odeme/guvenli/token',
      gatewayCheckoutId: 'order1',
      expiresAt: new Date('2099-01-01T00:00:00Z'),
    },
    metadata: {},
    failureReason: null,
    failedAt: null,
    processedAt: null,
    openingUntil: null,
    nextCheckAt: null,
    createdAt: NOON,
    updatedAt: NOON,
    ...override,
  };
}

/** A Visa that Stripe keeps, good for years. */
export function methodWith(override: Partial<Stored<PaymentMethod>> = {}): Stored<PaymentMethod> {
  return {
    id: 'stripe_pm_1',
    userId: 'ayse',
    gateway: 'stripe',
    gatewayMethodId: 'pm_1',
    type: 'card',
    brand: 'visa',
    lastFour: '4242',
    expMonth: 12,
    expYear: 2099,
    isDefault: false,
    removedAt: null,
    createdAt: NOON,
    updatedAt: NOON,
    ...override,
  };
}

/** 100,00 lira of `paymentWith`, given back by finance through the gateway. */
export function refundWith(override: Partial<Stored<Refund>> = {}): Stored<Refund> {
  return {
    id: 'refund-1',
    paymentId: 'payment-1',
    userId: 'ayse',
    organizationId: null,
    destination: 'GATEWAY',
    amount: minorUnits(10_000),
    currency: 'TRY',
    status: 'SUCCEEDED',
    reason: null,
    origin: 'FINANCE',
    gatewayRefundId: null,
    allocations: [],
    creditNoteIds: [],
    failure: null,
    processedAt: NOON,
    createdAt: NOON,
    updatedAt: NOON,
    ...override,
  };
}

/** The credit note of that refund. */
export function creditNoteWith(override: Partial<Stored<CreditNote>> = {}): Stored<CreditNote> {
  const { seller, buyer } = invoiceWith();
  if (seller === null || buyer === null) throw new Error('An issued invoice has both');
  return {
    id: 'credit-note-1',
    creditNoteNumber: 'HYC-202611-0003',
    invoiceId: 'invoice-1',
    invoiceNumber: 'HYB-202611-0042',
    refundId: 'refund-1',
    userId: 'ayse',
    organizationId: null,
    subtotal: minorUnits(8_333),
    taxes: [{ rate: 20, base: minorUnits(8_333), amount: minorUnits(1_667) }],
    taxTotal: minorUnits(1_667),
    total: minorUnits(10_000),
    currency: 'TRY',
    locale: 'tr',
    issueDate: NOON,
    reason: null,
    seller,
    buyer,
    createdAt: NOON,
    updatedAt: NOON,
    ...override,
  };
}

/** 50,00 lira that came in. */
export function walletEntryWith(override: Partial<Stored<WalletEntry>> = {}): Stored<WalletEntry> {
  return {
    id: 'credit_payment-1',
    userId: 'ayse',
    amount: minorUnits(5_000),
    kind: 'TOP_UP',
    reason: null,
    paymentId: 'payment-1',
    balanceAfter: minorUnits(5_000),
    createdAt: NOON,
    updatedAt: NOON,
    ...override,
  };
}

/** 100,00 lira a month and 20 % VAT, without a trial. */
export function planWith(override: Partial<Stored<Plan>> = {}): Stored<Plan> {
  return {
    id: 'pro',
    name: 'Pro',
    description: '',
    billingPeriod: 'monthly',
    price: minorUnits(10_000),
    currency: 'TRY',
    taxRate: 20,
    features: ['2 vCPU', '4 GB'],
    trialDays: 0,
    isActive: true,
    createdAt: NOON,
    updatedAt: NOON,
    ...override,
  };
}

/** That plan, paid for until 10 March 2099 by the customer's default card. */
export function subscriptionWith(override: Partial<Stored<Subscription>> = {}): Stored<Subscription> {
  const { buyer } = invoiceWith();
  if (buyer === null) throw new Error('An issued invoice has a buyer');
  return {
    id: 'subAbCdEf123456',
    userId: 'ayse',
    organizationId: null,
    planId: 'pro',
    planName: 'Pro',
    billingPeriod: 'monthly',
    price: minorUnits(10_000),
    taxRate: 20,
    currency: 'TRY',
    locale: 'tr',
    buyer,
    status: 'ACTIVE',
    startedAt: NOON,
    anchorDay: 10,
    currentPeriodStart: startOfDay('2099-02-10'),
    currentPeriodEnd: startOfDay('2099-03-10'),
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
    nextActionAt: startOfDay('2099-03-03'),
    createdAt: NOON,
    updatedAt: NOON,
    ...override,
  };
}

/** Its dunning on day 0: the card had not enough money on 1 February 2099. */
export function dunningWith(
  override: Partial<NonNullable<Subscription['dunning']>> = {},
): NonNullable<Subscription['dunning']> {
  const startedAt = startOfDay('2099-02-01');
  return { startedAt, step: 0, steppedAt: startedAt, reason: 'FUNDS', refusedMethodId: null, ...override };
}

/** The attempt that began it. */
export function attemptWith(override: Partial<Stored<DunningAttempt>> = {}): Stored<DunningAttempt> {
  return {
    id: '1',
    attemptNumber: 1,
    invoiceId: 'invoice-1',
    paymentId: 'payment-1',
    paymentMethodId: 'stripe_pm_1',
    result: 'failed',
    failureReason: 'FUNDS',
    nextAttemptAt: startOfDay('2099-02-02'),
    createdAt: NOON,
    updatedAt: NOON,
    ...override,
  };
}

/** 1.200,00 lira that came into the bank account; its text names `invoiceWith`. */
export function bankLineWith(override: Partial<Stored<BankTransaction>> = {}): Stored<BankTransaction> {
  return {
    id: 'line-1',
    account: 'TR330006100519786457841326',
    bankReference: 'FT26110042',
    bookedOn: startOfDay('2026-11-20'),
    amount: minorUnits(120_000),
    currency: 'TRY',
    payer: 'Ayşe Yıldız',
    remittance: 'HYB-202611-0042 ödemesi',
    status: 'OPEN',
    proposal: { invoiceIds: ['invoice-1'], basis: 'NUMBER_AND_AMOUNT' },
    paymentId: null,
    createdAt: NOON,
    updatedAt: NOON,
    ...override,
  };
}

/** 50,00 euro at Stripe that we know no payment for. */
export function differenceWith(override: Partial<Stored<Difference>> = {}): Stored<Difference> {
  return {
    id: 'difference-1',
    gateway: 'stripe',
    kind: 'PAYMENT_UNKNOWN',
    paymentId: null,
    gatewayPaymentId: 'pi_unknown',
    ours: null,
    theirs: minorUnits(5_000),
    currency: 'EUR',
    status: 'OPEN',
    note: null,
    createdAt: NOON,
    updatedAt: NOON,
    ...override,
  };
}

/** News of `paymentWith` that could not be applied. */
export function gatewayEventWith(
  override: Partial<Stored<GatewayEventRecord>> = {},
): Stored<GatewayEventRecord> {
  return {
    id: 'paytr_order1_success',
    gateway: 'paytr',
    type: 'success',
    receivedAt: NOON,
    occurredAt: NOON,
    outcome: 'FAILED',
    result: 'FAILED',
    error: 'AMOUNT_MISMATCH',
    paymentId: 'payment-1',
    gatewayReason: null,
    payloadDigest: '0'.repeat(64),
    acknowledgement: null,
    createdAt: NOON,
    updatedAt: NOON,
    ...override,
  };
}
